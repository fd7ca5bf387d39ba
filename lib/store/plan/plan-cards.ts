import 'server-only'
import { z } from 'zod'
import type { Day } from '../../review/day'
import type { PlanCard } from '../../review/exam-plan'
import { booleanColumn } from '../columns'
import { type Card, cardColumns, cardRow } from '../review/card'
import type { Prepare } from '../sqlite/statements'

/** A card with what it weighs in an exam. */
export type WeightedCard = PlanCard & {
  readonly factId: Card['factId']
  /** Neither suspended nor a resting leech. */
  readonly isOpen: boolean
  /** Whether it may be asked on the day: open, and not buried beside a sibling. */
  readonly isAsked: boolean
}

const buriedRow = z.object({ buried: booleanColumn })

/** Every card of a user, in the order of introduction: at most as many as the bank has facts, and the learner's own. */
export function listPlanCards(
  read: Prepare,
  which: { readonly userId: string; readonly today: Day },
  weights: ReadonlyMap<string, number>,
): readonly WeightedCard[] {
  const rows = read<[typeof which]>(
    `SELECT ${cardColumns}, c."buriedOn" IS NOT NULL AND c."buriedOn" = @today AS buried
     FROM "Card" c WHERE c."userId" = @userId ORDER BY c.rank, c.id`,
  ).all(which)
  return rows.map((row) => {
    const { id, factId, memory, suspended, rested } = cardRow.parse(row)
    const isOpen = !suspended && !rested
    const isAsked = isOpen && !buriedRow.parse(row).buried
    return { id, factId, memory, isOpen, isAsked, weight: weights.get(factId) ?? 0 }
  })
}
