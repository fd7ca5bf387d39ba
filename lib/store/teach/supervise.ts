import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ExamEvent } from '../../assessment/attempt'
import { isPaused } from '../../assessment/clock'
import { database } from '../database'
import { appendEvent, type Loaded, loadSettled, noteEnd } from '../exam/exam-log'
import type { Prepare } from '../sqlite/statements'
import { type AssignmentKey, readAssignment } from './assignment'
import { noteCourseEvent } from './course-event'
import { tellClocks } from './tell-live'

/** What staff do to the tries of students while an assignment runs, and after. Minutes are 1 to 1,440. */
export type StaffAct =
  | { readonly kind: 'extended' | 'reopened' | 'paused'; readonly minutes: number }
  | { readonly kind: 'resumed' | 'handed in' }

export const staffActSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['extended', 'reopened', 'paused']), minutes: z.int().min(1).max(1440) }),
  z.strictObject({ kind: z.literal(['resumed', 'handed in']) }),
])

export type Supervised =
  /** How many tries it changed. */
  | { readonly kind: 'done'; readonly count: number }
  | { readonly kind: 'refused'; readonly error: 'no such assignment' | 'busy' }

/**
 * Does this to the newest try of one student, or of every student who has begun; by one transaction, each with an event in
 * the log of the try that says who did it. A try to which it means nothing (one that is over and is to be extended, one that
 * runs and is to be reopened) stays as it is.
 */
export async function supervise(
  key: AssignmentKey,
  act: StaffAct,
  { studentId, now }: { readonly studentId: string | null; readonly now: Date },
): Promise<Supervised> {
  const { writeNow } = await database()
  const written = await writeNow((prepare): Supervised => {
    const assignment = readAssignment(prepare, { ...key, act: 'supervise' })
    if (assignment === undefined || assignment.isArchived) return { kind: 'refused', error: 'no such assignment' }
    const { id, courseId } = assignment
    const changed = newestTries(prepare, id, studentId).filter((one) => apply(prepare, one, act, key.userId, now))
    const students = changed.map(({ userId }) => userId)
    if (changed.length > 0)
      noteCourseEvent(prepare, { courseId, by: key.userId, at: now, act: act.kind, detail: { id, ...act, students } })
    return { kind: 'done', count: changed.length }
  })
  if (written.kind === 'refused') return written
  if (written.value.kind === 'done') tellClocks(key.assignmentId)
  return written.value
}

const tryRow = z.object({ attemptId: z.string(), userId: z.string() })
type Try = Readonly<z.infer<typeof tryRow>>

function newestTries(prepare: Prepare, assignmentId: string, studentId: string | null): readonly Try[] {
  const rows = prepare<[{ assignmentId: string; studentId: string | null }]>(
    `SELECT x.id AS "attemptId", x."userId" FROM "ExamAttempt" x
     JOIN "Assignment" a ON a.id = x."assignmentId"
     JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = x."userId" AND m.role = 'student'
     WHERE x."assignmentId" = @assignmentId AND x."startedAt" IS NOT NULL AND x.number > 0
     AND (@studentId IS NULL OR x."userId" = @studentId)
     AND x.number = (SELECT max(y.number) FROM "ExamAttempt" y WHERE y."assignmentId" = x."assignmentId"
       AND y."userId" = x."userId" AND y."startedAt" IS NOT NULL)`,
  ).all({ assignmentId, studentId })
  return z.array(tryRow).parse(rows)
}

function apply(prepare: Prepare, key: Try, act: StaffAct, by: string, now: Date): boolean {
  const exam = loadSettled(prepare, key, now.getTime())
  if (exam === undefined || !meansSomething(exam, act, now.getTime())) return false
  appendEvent(prepare, exam, { ...act, id: randomUUID(), at: now.getTime(), by } as ExamEvent)
  noteEnd(prepare, key)
  return true
}

function meansSomething({ attempt }: Loaded, act: StaffAct, at: number): boolean {
  const isOver = attempt.finished !== null
  if (act.kind === 'reopened') return isOver
  if (isOver) return false
  if (act.kind === 'paused') return !isPaused(attempt.clock, at)
  return act.kind === 'resumed' ? isPaused(attempt.clock, at) : true
}
