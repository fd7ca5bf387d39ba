import 'server-only'
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { z } from 'zod'
import { type Attempt, endOf } from '../../assessment/attempt'
import { isPaused } from '../../assessment/clock'
import type { StudentNow } from '../../teach/student-now'
import { type Database, database } from '../database'
import { loadAttempt } from '../exam/exam-log'
import { type AssignmentKey, readAssignment } from './assignment'

const row = z.object({
  userId: z.string(),
  name: z.string(),
  attemptId: z.string().nullable(),
  logged: z.number(),
})

/** How many tries are looked at before others get a turn: half a thousand are a tenth of a second. */
const atOnce = 25

/** How every student stands, by name; undefined where @userId may not supervise. */
export async function findLiveView(
  key: AssignmentKey & { readonly now: Date },
): Promise<readonly StudentNow[] | undefined> {
  const opened = await database()
  const assignment = readAssignment(opened.read, { ...key, act: 'supervise' })
  if (assignment === undefined) return undefined
  const rows = opened
    .read<[{ assignmentId: string; courseId: string }]>(
      `SELECT m."userId", m.name, x.id AS "attemptId",
         (SELECT coalesce(max(e.number), -1) FROM "ExamEvent" e WHERE e."attemptId" = x.id) + 1 AS logged
       FROM "Member" m LEFT JOIN "ExamAttempt" x ON x."assignmentId" = @assignmentId AND x."userId" = m."userId"
         AND x."startedAt" IS NOT NULL AND x.number > 0 AND x.number = (
           SELECT max(y.number) FROM "ExamAttempt" y WHERE y."assignmentId" = @assignmentId
           AND y."userId" = m."userId" AND y."startedAt" IS NOT NULL)
       WHERE m."courseId" = @courseId AND m.role = 'student' AND m."leftAt" IS NULL ORDER BY m.name, m."userId"`,
    )
    .all({ assignmentId: assignment.id, courseId: assignment.courseId })
  const students: StudentNow[] = []
  for (const [place, { userId, name, attemptId, logged }] of z.array(row).parse(rows).entries()) {
    if (place % atOnce === atOnce - 1) await turnOfTheLoop()
    const seen = attemptId === null ? null : see(opened, { userId, attemptId, logged })
    students.push(
      seen === null
        ? { userId, name, state: 'not started', ...notStarted }
        : { userId, name, state: stateOf(seen.attempt, key.now.getTime()), ...seen.said },
    )
  }
  return students
}

const notStarted = { number: null, questions: 0, answered: 0, startedAt: null, endsAt: null, lastAt: null }

/** What a log says of its try; the same log says the same, so it is folded once. */
type Seen = {
  readonly attempt: Pick<Attempt, 'finished' | 'clock'>
  readonly said: Omit<StudentNow, 'userId' | 'name' | 'state'>
}

const seenIn = new WeakMap<Database, Map<string, { readonly logged: number; readonly seen: Seen }>>()
const mostSeen = 5000

function see(opened: Database, key: { userId: string; attemptId: string; logged: number }): Seen | null {
  const known = seenIn.get(opened) ?? new Map()
  seenIn.set(opened, known)
  const before = known.get(key.attemptId)
  if (before?.logged === key.logged) return before.seen
  const loaded = loadAttempt(opened.read, key)
  if (loaded === undefined) return null
  const { attempt, number, logged } = loaded
  const at = [...attempt.drafts.values(), ...attempt.flags.values()].map((kept) => kept.at)
  const seen: Seen = {
    attempt: { finished: attempt.finished, clock: attempt.clock },
    said: {
      number,
      questions: attempt.questions,
      answered: [...attempt.drafts.values()].filter(({ value }) => value !== null).length,
      startedAt: attempt.startedAt,
      endsAt: endOf(attempt),
      lastAt: Math.max(attempt.startedAt, ...at),
    },
  }
  if (known.size >= mostSeen) known.clear()
  known.set(key.attemptId, { logged, seen })
  return seen
}

function stateOf({ finished, clock }: Seen['attempt'], at: number): StudentNow['state'] {
  if (finished !== null) return finished.how === 'time' ? 'time up' : 'handed in'
  return isPaused(clock, at) ? 'stopped' : 'running'
}
