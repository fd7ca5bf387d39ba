import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { termsFor, windowFor } from '../../teach/assignment'
import { columnsOf } from '../columns'
import { appendEvent, loadSettled, noteEnd } from '../exam/exam-log'
import type { Prepare } from '../sqlite/statements'
import { assignmentRow, windowOf } from './assignment'
import { readException } from './exception'
import { readGranted } from './granted'

const openRow = z.object({ attemptId: z.string(), userId: z.string() })

/**
 * Brings the tries that run to what now holds of their window and of what is granted, after either was changed: an event of
 * each whose terms are others now. Of one assignment, or of all of a course; of one student, or of all.
 */
export function renewTerms(
  prepare: Prepare,
  {
    by,
    now,
    ...which
  }: {
    readonly courseId: string
    readonly assignmentId?: string
    readonly studentId?: string
    /** The member of staff who changed something. */
    readonly by: string
    readonly now: Date
  },
): void {
  const { courseId, assignmentId = null, studentId = null } = which
  const assignments = prepare<[{ courseId: string; assignmentId: string | null }]>(
    `SELECT ${columnsOf(assignmentRow, 'a')} FROM "Assignment" a
     WHERE a."courseId" = @courseId AND (@assignmentId IS NULL OR a.id = @assignmentId)`,
  ).all({ courseId, assignmentId })
  for (const assignment of z.array(assignmentRow).parse(assignments)) {
    const open = prepare<[{ assignmentId: string; studentId: string | null }]>(
      `SELECT id AS "attemptId", "userId" FROM "ExamAttempt"
       WHERE "assignmentId" = @assignmentId AND "startedAt" IS NOT NULL AND "finishedAt" IS NULL
       AND (@studentId IS NULL OR "userId" = @studentId)`,
    ).all({ assignmentId: assignment.id, studentId })
    for (const key of z.array(openRow).parse(open)) {
      const exam = loadSettled(prepare, key, now.getTime())
      if (exam === undefined || exam.attempt.finished !== null) continue
      const window = windowFor(windowOf(assignment), readException(prepare, { ...key, assignmentId: assignment.id }))
      const terms = termsFor(assignment.settings, window, readGranted(prepare, { ...key, courseId }))
      // Whether there is a way back was said at the start.
      const renewed = { ...terms, isOneWay: exam.attempt.clock.terms.isOneWay }
      if (JSON.stringify(renewed) === JSON.stringify(exam.attempt.clock.terms)) continue
      appendEvent(prepare, exam, { kind: 'terms', id: randomUUID(), at: now.getTime(), by, terms: renewed })
      noteEnd(prepare, key)
    }
  }
}
