import 'server-only'
import { z } from 'zod'
import { isHoliday } from '../../review/balance'
import type { Day } from '../../review/day'
import { findDaysTo } from '../../review/exam-day'
import { spreadOver } from '../../review/spread'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import type { LearnerToday } from './learner'
import { likeliestForgotten } from './next-card'

/** What has piled up: cards due now, those of them that were due before today, and those that wait for a later day. */
export type Backlog = { readonly due: number; readonly overdue: number; readonly postponed: number }

type Which = { readonly userId: string; readonly today: Day }

const asked = `"userId" = @userId AND "suspendedAt" IS NULL AND "restedAt" IS NULL`
const isOpen = `("postponedTo" IS NULL OR "postponedTo" <= @today)`

const backlogRow = z.object({ due: z.number(), overdue: z.number(), postponed: z.number() })

/** How much has piled up for a user by their day `today`. */
export async function findBacklog(which: Which): Promise<Backlog> {
  const { read } = await database()
  const row = read<[Which]>(
    `SELECT count(*) FILTER (WHERE ${isOpen}) AS due,
       count(*) FILTER (WHERE ${isOpen} AND "dueDay" < @today) AS overdue,
       count(*) FILTER (WHERE NOT ${isOpen}) AS postponed
     FROM "Card" WHERE ${asked} AND "dueDay" <= @today`,
  ).get(which)
  return backlogRow.parse(row)
}

/**
 * Spreads all that is due over so many days from today on, or up to the eve of the learner's exam where that comes before,
 * the likeliest forgotten first and holidays left out. What the
 * memory says stays as it is: the cards wait. Resolves with how many wait for a later day.
 */
export async function spreadBacklog(userId: string, learner: LearnerToday, days: number): Promise<number | 'busy'> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => spreadNow(prepare, userId, learner, days))
  return written.kind === 'refused' ? 'busy' : written.value
}

function spreadNow(
  prepare: Prepare,
  userId: string,
  { today, workload, settings }: LearnerToday,
  count: number,
): number {
  const which = { userId, today }
  const ids = z
    .array(z.string())
    .parse(
      prepare<[Which]>(`SELECT id FROM "Card" c WHERE ${asked} AND "dueDay" <= @today ORDER BY ${likeliestForgotten}`)
        .pluck()
        .all(which),
    )
  const due = prepare<[string, Day]>('SELECT count(*) FROM "Card" WHERE "userId" = ? AND "dueDay" = ?').pluck()
  // What would wait beyond an exam is asked before it.
  const daysToExam = findDaysTo(settings, today) ?? 0
  const length = daysToExam > 0 ? Math.min(count, daysToExam) : count
  const days = Array.from({ length }, (_, index) => today + index).filter((day) => !isHoliday(workload, day))
  const placed = spreadOver(days, ids.length, (day) => (day === today ? 0 : Number(due.get(userId, day))))
  const postpone = prepare<[{ id: string; userId: string; day: Day | null }]>(
    'UPDATE "Card" SET "postponedTo" = @day WHERE id = @id AND "userId" = @userId',
  )
  let postponed = 0
  for (const [index, id] of ids.entries()) {
    const day = placed[index] ?? today
    postpone.run({ id, userId, day: day === today ? null : day })
    if (day !== today) postponed += 1
  }
  return postponed
}

/** Lets all cards that wait for a later day be asked when they are due, as if nothing had been spread. */
export async function gatherBacklog(userId: string): Promise<'gathered' | 'busy'> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => {
    prepare<[string]>('UPDATE "Card" SET "postponedTo" = NULL WHERE "userId" = ? AND "postponedTo" IS NOT NULL').run(
      userId,
    )
  })
  return written.kind === 'refused' ? 'busy' : 'gathered'
}
