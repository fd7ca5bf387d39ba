import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { instantColumn, toInstantColumn } from '../../columns'
import { database } from '../../database'
import type { Prepare } from '../../sqlite/statements'
import { mayIn } from '../may'
import { assignmentsOf } from './assignments'
import { tell } from './notice'

export type GivenMark = {
  readonly userId: string
  readonly courseId: string
  readonly assignmentId: string
  readonly studentId: string
  /** In hundredths of a point; null for none by hand. */
  readonly points: number | null
  readonly reason: string
  readonly comment: string
  readonly now: Date
}

export type MarkGiven =
  | { readonly kind: 'given' }
  | { readonly kind: 'refused'; readonly error: 'no such student' | 'too many points' | 'no reason' | 'busy' }

type Current = { readonly points: number | null; readonly comment: string }

/**
 * Gives a mark by hand, takes it back (points null), or writes a comment: one more row, of which the newest counts. Points
 * that change need a reason; the student is told. The same again adds nothing.
 */
export async function giveMark(given: GivenMark): Promise<MarkGiven> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => give(prepare, given))
  return written.kind === 'written' ? written.value : written
}

function give(prepare: Prepare, given: GivenMark): MarkGiven {
  const { userId, courseId, assignmentId, studentId, points, reason, comment, now } = given
  const student = prepare<[{ userId: string; courseId: string; studentId: string }]>(
    `SELECT 1 FROM "Member" s WHERE s."courseId" = @courseId AND s."userId" = @studentId AND s.role = 'student'
     AND ${mayIn('mark', 's."courseId"')}`,
  ).get({ userId, courseId, studentId })
  const assignment = assignmentsOf(prepare, courseId).find(({ id }) => id === assignmentId)
  if (student === undefined || assignment === undefined) return { kind: 'refused', error: 'no such student' }
  if (points !== null && (points < 0 || points > assignment.outOf)) return { kind: 'refused', error: 'too many points' }
  const before = currentOf(prepare, assignmentId, studentId)
  if (before.points === points && before.comment === comment) return { kind: 'given' }
  if (before.points !== points && reason === '') return { kind: 'refused', error: 'no reason' }
  const columns = {
    ...{ id: randomUUID(), at: toInstantColumn(now), by: userId, points, reason, comment },
    ...{ assignmentId, userId: studentId },
  }
  prepare<[typeof columns]>(
    `INSERT INTO "Override" (id, at, "by", points, reason, comment, "assignmentId", "userId")
     VALUES (@id, @at, @by, @points, @reason, @comment, @assignmentId, @userId)`,
  ).run(columns)
  tell(prepare, studentId, { kind: 'marked', courseId, assignmentId, title: assignment.title }, now)
  return { kind: 'given' }
}

function currentOf(prepare: Prepare, assignmentId: string, studentId: string): Current {
  const row = prepare<[string, string], Current>(
    `SELECT points, comment FROM "Override" WHERE "assignmentId" = ? AND "userId" = ? ORDER BY at DESC, rowid DESC LIMIT 1`,
  ).get(assignmentId, studentId)
  return row ?? { points: null, comment: '' }
}

const row = z.object({
  id: z.string(),
  assignmentId: z.string(),
  at: instantColumn,
  by: z.string().nullable(),
  points: z.number().nullable(),
  reason: z.string(),
  comment: z.string(),
})

export type GivenBefore = Readonly<z.infer<typeof row>>

/** All that was given by hand to a student of a course, newest first, each with who gave it; for who may see marks. */
export async function listGiven(which: {
  readonly userId: string
  readonly courseId: string
  readonly studentId: string
}): Promise<readonly GivenBefore[]> {
  const { read } = await database()
  const rows = read<[typeof which]>(
    `SELECT o.id, o."assignmentId", o.at, m.name AS "by", o.points, o.reason, o.comment
     FROM "Override" o JOIN "Assignment" a ON a.id = o."assignmentId"
     LEFT JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = o."by"
     WHERE a."courseId" = @courseId AND o."userId" = @studentId AND ${mayIn('see marks', 'a."courseId"')}
     ORDER BY o.at DESC, o.rowid DESC`,
  ).all(which)
  return z.array(row).parse(rows)
}
