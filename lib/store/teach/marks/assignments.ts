import 'server-only'
import { z } from 'zod'
import { type AssignmentSettings, settingsSchema, type Window, type WindowException } from '../../../teach/assignment'
import { instantColumn, jsonColumn } from '../../columns'
import type { Prepare } from '../../sqlite/statements'

/** An assignment as its marks need it. */
export type MarkedAssignment = {
  readonly id: string
  readonly title: string
  readonly settings: AssignmentSettings
  readonly window: Window
  readonly releasedAt: number | null
  /** What it is worth, in hundredths of a point. */
  readonly outOf: number
}

const ms = instantColumn.transform((at) => at.getTime())

const assignmentRow = z.object({
  id: z.string(),
  title: z.string(),
  settings: jsonColumn.pipe(settingsSchema),
  opensAt: ms,
  dueAt: ms.nullable(),
  closesAt: ms.nullable(),
  releasedAt: ms.nullable(),
})

/** The published assignments of a course, in the order in which they open. Who may see them is the caller's to ask. */
export function assignmentsOf(read: Prepare, courseId: string): readonly MarkedAssignment[] {
  const rows = read<[string]>(
    `SELECT id, title, settings, "opensAt", "dueAt", "closesAt", "releasedAt" FROM "Assignment"
     WHERE "courseId" = ? AND "publishedAt" IS NOT NULL AND "deletedAt" IS NULL ORDER BY "opensAt", "createdAt", id`,
  ).all(courseId)
  return z
    .array(assignmentRow)
    .parse(rows)
    .map(({ id, title, settings, releasedAt, ...window }) => ({
      id,
      title,
      settings,
      window,
      releasedAt,
      outOf: worthOf(settings),
    }))
}

function worthOf({ picked, blueprint }: AssignmentSettings): number {
  const drawn = (blueprint?.questions ?? 0) * (blueprint?.points ?? 0)
  return 100 * picked.reduce((sum, { points }) => sum + points, drawn)
}

const exceptionRow = z.object({
  assignmentId: z.string(),
  userId: z.string(),
  opensAt: ms.nullable(),
  dueAt: ms.nullable(),
  closesAt: ms.nullable(),
  tries: z.number(),
})

/** What is otherwise for somebody in the course's assignments, by `placeOf` assignment and student: the newest each. */
export function exceptionsOf(read: Prepare, courseId: string): ReadonlyMap<string, WindowException> {
  const rows = read<[string]>(
    `SELECT e."assignmentId", e."userId", e."opensAt", e."dueAt", e."closesAt", e.tries
     FROM "Exception" e JOIN "Assignment" a ON a.id = e."assignmentId" WHERE a."courseId" = ? ORDER BY e.at, e.id`,
  ).all(courseId)
  return new Map(
    z
      .array(exceptionRow)
      .parse(rows)
      .map(({ assignmentId, userId, ...exception }) => [placeOf(assignmentId, userId), exception]),
  )
}

/** The place of a student's mark in a course. */
export function placeOf(assignmentId: string, userId: string): string {
  return `${assignmentId} ${userId}`
}
