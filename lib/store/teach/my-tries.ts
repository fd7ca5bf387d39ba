import 'server-only'
import { z } from 'zod'
import { database } from '../database'
import { type Exam, findExam } from '../exam/exam'
import type { AssignmentKey } from './assignment'

/** This user's tries at an assignment that were begun, in their order, without looks at it as staff; those whose time is up are closed first. */
export async function listMyTries({
  userId,
  assignmentId,
  now,
}: AssignmentKey & { readonly now: Date }): Promise<readonly Exam[]> {
  const { read } = await database()
  const ids = z.array(z.string()).parse(
    read<[AssignmentKey]>(
      `SELECT id FROM "ExamAttempt" WHERE "assignmentId" = @assignmentId AND "userId" = @userId
       AND "startedAt" IS NOT NULL AND number > 0 ORDER BY number`,
    )
      .pluck()
      .all({ userId, assignmentId }),
  )
  const found = await Promise.all(ids.map((attemptId) => findExam({ userId, attemptId, now })))
  return found.filter((exam) => exam !== undefined)
}
