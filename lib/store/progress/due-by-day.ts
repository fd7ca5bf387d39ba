import 'server-only'
import { z } from 'zod'
import type { DueOnDay } from '../../progress/forecast'
import type { Day } from '../../review/day'
import { toInstantColumn } from '../columns'
import { database } from '../database'

export type DueAhead = {
  readonly days: readonly DueOnDay[]
  /** Cards in (re)learning steps whose instant comes before `stepsUntil`. */
  readonly steps: number
}

const dueRow = z.object({ day: z.number(), due: z.number() })

/** What waits is neither set aside by the learner nor a resting leech, as in the queue. */
const waits = `"userId" = @userId AND "suspendedAt" IS NULL AND "restedAt" IS NULL`

/**
 * How many cards of a user are due on each day up to `to`: overdue ones on the days on which they were, those of a backlog
 * that was spread on the days for which they wait.
 */
export async function findDueAhead(which: {
  readonly userId: string
  readonly to: Day
  readonly stepsUntil: Date
}): Promise<DueAhead> {
  const { read } = await database()
  const { userId, to } = which
  const days = read<[{ userId: string; to: Day }]>(
    `SELECT max("dueDay", coalesce("postponedTo", "dueDay")) AS day, count(*) AS due FROM "Card"
     WHERE ${waits} AND "dueDay" <= @to AND ("postponedTo" IS NULL OR "postponedTo" <= @to) GROUP BY 1 ORDER BY 1`,
  ).all({ userId, to })
  const steps = read<[{ userId: string; until: string }]>(
    `SELECT count(*) FROM "Card" WHERE ${waits} AND "dueAt" < @until`,
  )
    .pluck()
    .get({ userId, until: toInstantColumn(which.stepsUntil) })
  return { days: z.array(dueRow).parse(days), steps: z.number().parse(steps) }
}
