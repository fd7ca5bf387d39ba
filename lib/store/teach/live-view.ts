import 'server-only'
import { z } from 'zod'
import { endOf } from '../../assessment/attempt'
import { isPaused } from '../../assessment/clock'
import type { StudentNow } from '../../teach/student-now'
import { instantColumn } from '../columns'
import { database } from '../database'
import { loadAttempt } from '../exam/exam-log'
import { type AssignmentKey, readAssignment } from './assignment'

const row = z.object({
  userId: z.string(),
  name: z.string(),
  attemptId: z.string().nullable(),
  questions: z.number().nullable(),
  lastAt: instantColumn.nullable(),
})

/** How every student stands, by name; undefined where @userId may not supervise. */
export async function findLiveView(
  key: AssignmentKey & { readonly now: Date },
): Promise<readonly StudentNow[] | undefined> {
  const { read } = await database()
  const assignment = readAssignment(read, { ...key, act: 'supervise' })
  if (assignment === undefined) return undefined
  const rows = read<[{ assignmentId: string; courseId: string }]>(
    `SELECT m."userId", m.name, x.id AS "attemptId", x.questions,
       (SELECT max(e.at) FROM "ExamEvent" e WHERE e."attemptId" = x.id) AS "lastAt"
     FROM "Member" m LEFT JOIN "ExamAttempt" x ON x."assignmentId" = @assignmentId AND x."userId" = m."userId"
       AND x."startedAt" IS NOT NULL AND x.number = (
         SELECT max(y.number) FROM "ExamAttempt" y WHERE y."assignmentId" = @assignmentId AND y."userId" = m."userId"
         AND y."startedAt" IS NOT NULL)
     WHERE m."courseId" = @courseId AND m.role = 'student' AND m."leftAt" IS NULL ORDER BY m.name, m."userId"`,
  ).all({ assignmentId: assignment.id, courseId: assignment.courseId })
  return z
    .array(row)
    .parse(rows)
    .map((student) => {
      const { userId, name, attemptId, questions, lastAt } = student
      const loaded = attemptId === null ? undefined : loadAttempt(read, { userId, attemptId })
      if (loaded === undefined) {
        const nothing = { number: null, questions: 0, answered: 0, startedAt: null, endsAt: null, lastAt: null }
        return { userId, name, state: 'not started', ...nothing } as const
      }
      const { attempt, number } = loaded
      return {
        userId,
        name,
        state: stateOf(attempt, key.now.getTime()),
        number,
        questions: questions ?? 0,
        answered: [...attempt.drafts.values()].filter(({ value }) => value !== null).length,
        startedAt: attempt.startedAt,
        endsAt: endOf(attempt),
        lastAt: lastAt?.getTime() ?? null,
      }
    })
}

function stateOf({ finished, clock }: NonNullable<ReturnType<typeof loadAttempt>>['attempt'], at: number) {
  if (finished !== null) return finished.how === 'time' ? 'time up' : 'handed in'
  return isPaused(clock, at) ? 'stopped' : 'running'
}
