import 'server-only'
import { z } from 'zod'
import type { Day } from '../../review/day'
import type { PlanCard } from '../../review/exam-plan'
import { booleanColumn } from '../columns'
import { isAskable } from '../review/next-card'
import type { Prepare } from '../sqlite/statements'

/** A card with what it weighs in an exam. */
export type WeightedCard = PlanCard & {
  /** Null where it is a note of the learner's own, which no exam asks. */
  readonly factId: string | null
  /** Neither suspended nor a resting leech, and something asks it. */
  readonly isOpen: boolean
  /** Whether it may be asked on the day: open, and neither buried beside a sibling nor waiting since a backlog was spread. */
  readonly isAsked: boolean
}

const planRow = z.object({
  id: z.string(),
  factId: z.string().nullable(),
  isOpen: booleanColumn,
  isLeftOut: booleanColumn,
  stability: z.number().nullable(),
  difficulty: z.number().nullable(),
  lastDay: z.number().nullable(),
  dueDay: z.number().nullable(),
})

const planRows = z.array(planRow)

/**
 * Every card of a user, in the order of introduction: at most as many as the bank has facts, and the learner's own. Only what planning needs is
 * read, for the plan is made at every answer before an exam.
 */
export function listPlanCards(
  read: Prepare,
  which: { readonly userId: string; readonly today: Day },
  weights: ReadonlyMap<string, number>,
): readonly WeightedCard[] {
  const rows = read<[typeof which]>(
    `SELECT id, "factId", stability, difficulty, "lastDay", max("dueDay", coalesce("postponedTo", "dueDay")) AS "dueDay",
       "suspendedAt" IS NULL AND "restedAt" IS NULL AND ${isAskable} AS "isOpen",
       coalesce("buriedOn" = @today OR "postponedTo" > @today, FALSE) AS "isLeftOut"
     FROM "Card" c WHERE "userId" = @userId ORDER BY rank, id`,
  ).all(which)
  return planRows.parse(rows).map(({ id, factId, isOpen, isLeftOut, ...memory }) => {
    const weight = factId === null ? 0 : (weights.get(factId) ?? 0)
    return { id, factId, weight, isOpen, isAsked: isOpen && !isLeftOut, memory: memoryIn(memory) }
  })
}

function memoryIn({
  stability,
  difficulty,
  lastDay,
  dueDay: dueOn,
}: Omit<z.infer<typeof planRow>, 'id' | 'factId' | 'isOpen' | 'isLeftOut'>) {
  return stability === null || difficulty === null || lastDay === null
    ? null
    : { stability, difficulty, lastDay, dueOn }
}
