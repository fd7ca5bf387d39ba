import 'server-only'
import { randomUUID } from 'node:crypto'
import type { WindowException } from '../../teach/assignment'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import { type AssignmentKey, readAssignment } from './assignment'
import { noteCourseEvent } from './course-event'
import { renewTerms } from './running-terms'

export type NewException = WindowException & { readonly studentId: string; readonly reason: string }

/**
 * Says what is otherwise for one student in one assignment; what was said before stays in the record, and the newest counts.
 * A try that runs is told at once. Refuses as 'no such student' whoever is none in the course.
 */
export async function saveException(
  key: AssignmentKey,
  exception: NewException,
  now: Date,
): Promise<'saved' | 'no such assignment' | 'no such student' | 'busy'> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => {
    const assignment = readAssignment(prepare, { ...key, act: 'edit assignments' })
    if (assignment === undefined || assignment.isArchived) return 'no such assignment'
    const { id: assignmentId, courseId } = assignment
    const { studentId, opensAt, dueAt, closesAt, tries, reason } = exception
    const student = prepare<[{ courseId: string; studentId: string }]>(
      `SELECT 1 FROM "Member" WHERE "courseId" = @courseId AND "userId" = @studentId AND role = 'student'
       AND "leftAt" IS NULL`,
    ).get({ courseId, studentId })
    if (student === undefined) return 'no such student'
    const instant = (at: number | null) => (at === null ? null : toInstantColumn(new Date(at)))
    prepare<[object]>(
      `INSERT INTO "Exception" (id, at, "by", "opensAt", "dueAt", "closesAt", tries, reason, "assignmentId", "userId")
       VALUES (@id, @at, @by, @opensAt, @dueAt, @closesAt, @tries, @reason, @assignmentId, @userId)`,
    ).run({
      id: randomUUID(),
      at: toInstantColumn(now),
      by: key.userId,
      opensAt: instant(opensAt),
      dueAt: instant(dueAt),
      closesAt: instant(closesAt),
      tries,
      reason,
      assignmentId,
      userId: studentId,
    })
    noteCourseEvent(prepare, {
      courseId,
      by: key.userId,
      at: now,
      act: 'exception',
      detail: { assignmentId, ...exception },
    })
    renewTerms(prepare, { courseId, assignmentId, studentId, by: key.userId, now })
    return 'saved'
  })
  return written.kind === 'written' ? written.value : 'busy'
}
