import 'server-only'
import { z } from 'zod'
import type { Day } from '../../review/day'
import type { PlanCard } from '../../review/exam-plan'
import { booleanColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'

/** A card with what it weighs in an exam. */
export type WeightedCard = PlanCard & {
  readonly factId: string
  /** Neither suspended nor a resting leech. */
  readonly isOpen: boolean
  /** Whether it may be asked on the day: open, and not buried beside a sibling. */
  readonly isAsked: boolean
}

const planRow = z.object({
  id: z.string(),
  factId: z.string(),
  isOpen: booleanColumn,
  isBuried: booleanColumn,
  stability: z.number().nullable(),
  difficulty: z.number().nullable(),
  lastDay: z.number().nullable(),
  dueDay: z.number().nullable(),
})

const planRows = z.array(planRow)

/**
 * Every card of a user, in the order of introduction: at most as many as the bank has facts. Only what planning needs is
 * read, for the plan is made at every answer before an exam.
 */
export function listPlanCards(
  read: Prepare,
  which: { readonly userId: string; readonly today: Day },
  weights: ReadonlyMap<string, number>,
): readonly WeightedCard[] {
  const rows = read<[typeof which]>(
    `SELECT id, "factId", stability, difficulty, "lastDay", "dueDay",
       "suspendedAt" IS NULL AND "restedAt" IS NULL AS "isOpen",
       "buriedOn" IS NOT NULL AND "buriedOn" = @today AS "isBuried"
     FROM "Card" WHERE "userId" = @userId AND "factId" IS NOT NULL ORDER BY rank, id`,
  ).all(which)
  return planRows.parse(rows).map(({ id, factId, isOpen, isBuried, ...memory }) => {
    const weight = weights.get(factId) ?? 0
    return { id, factId, weight, isOpen, isAsked: isOpen && !isBuried, memory: memoryIn(memory) }
  })
}

function memoryIn({
  stability,
  difficulty,
  lastDay,
  dueDay: dueOn,
}: Omit<z.infer<typeof planRow>, 'id' | 'factId' | 'isOpen' | 'isBuried'>) {
  return stability === null || difficulty === null || lastDay === null
    ? null
    : { stability, difficulty, lastDay, dueOn }
}
