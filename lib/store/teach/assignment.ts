import 'server-only'
import { z } from 'zod'
import { type AssignmentSettings, assignmentKinds, settingsSchema, type Window } from '../../teach/assignment'
import { type CourseAct, type Role, roleSchema, rolesThatMay } from '../../teach/roles'
import { columnsOf, instantColumn, jsonColumn, toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { mayIn } from './may'

export const assignmentRow = z.object({
  id: z.string(),
  courseId: z.string(),
  kind: z.enum(assignmentKinds),
  title: z.string(),
  settings: jsonColumn.pipe(settingsSchema),
  version: z.number(),
  opensAt: instantColumn,
  dueAt: instantColumn.nullable(),
  closesAt: instantColumn.nullable(),
  publishedAt: instantColumn.nullable(),
  papersAt: instantColumn.nullable(),
  releasedAt: instantColumn.nullable(),
})

/** What is assigned in a course. */
export type Assignment = Readonly<z.infer<typeof assignmentRow>> & { readonly settings: AssignmentSettings }

/** The same with what its reader is in the course. */
export type SeenAssignment = Assignment & {
  readonly role: Role
  readonly courseName: string
  readonly isArchived: boolean
}

const seenRow = assignmentRow.extend({
  role: roleSchema,
  courseName: z.string(),
  archivedAt: instantColumn.nullable(),
})

/** Those who see what is not published yet. */
const staff = rolesThatMay('see papers')
  .map((role) => `'${role}'`)
  .join(', ')

const seen = `SELECT ${columnsOf(assignmentRow, 'a')}, m.role, c.name AS "courseName", c."archivedAt"
  FROM "Assignment" a JOIN "Course" c ON c.id = a."courseId"
  JOIN "Member" m ON m."courseId" = c.id AND m."userId" = @userId AND m."leftAt" IS NULL
  WHERE a."deletedAt" IS NULL AND (a."publishedAt" IS NOT NULL OR m.role IN (${staff}))`

/** The assignment with that id, where @userId may do `act` in its course and it is published or they are staff. */
export async function findAssignment(
  which: AssignmentKey & { readonly act: CourseAct },
): Promise<SeenAssignment | undefined> {
  const { read } = await database()
  return readAssignment(read, which)
}

export type AssignmentKey = { readonly userId: string; readonly assignmentId: string }

/** The same within a transaction. */
export function readAssignment(
  prepare: Prepare,
  { userId, assignmentId, act }: AssignmentKey & { readonly act: CourseAct },
): SeenAssignment | undefined {
  const found = prepare<[AssignmentKey]>(`${seen} AND a.id = @assignmentId AND ${mayIn(act, 'c.id')}`).get({
    userId,
    assignmentId,
  })
  return found === undefined ? undefined : seenOf(found)
}

function seenOf(row: unknown): SeenAssignment {
  const { archivedAt, ...assignment } = seenRow.parse(row)
  return { ...assignment, isArchived: archivedAt !== null }
}

/** The assignments of a course, in the order in which they open; for students those that are published. */
export async function listAssignments(which: {
  readonly userId: string
  readonly courseId: string
}): Promise<readonly SeenAssignment[]> {
  const { read } = await database()
  const { userId, courseId } = which
  const rows = read<[typeof which]>(`${seen} AND c.id = @courseId ORDER BY a."opensAt", a.id`).all({ userId, courseId })
  return rows.map(seenOf)
}

/**
 * What is assigned to this user as a student, in all courses that are not archived, and is open or opens within two weeks;
 * what ends first comes first.
 */
export async function listAssigned(which: {
  readonly userId: string
  readonly now: Date
}): Promise<readonly SeenAssignment[]> {
  const { read } = await database()
  const now = toInstantColumn(which.now)
  const soon = toInstantColumn(new Date(which.now.getTime() + 14 * 86_400_000))
  const rows = read<[{ userId: string; now: string; soon: string }]>(
    `${seen} AND m.role = 'student' AND c."archivedAt" IS NULL AND a."opensAt" <= @soon
     AND (a."closesAt" IS NULL OR a."closesAt" > @now OR EXISTS (
       SELECT 1 FROM "Exception" e WHERE e."assignmentId" = a.id AND e."userId" = @userId AND e."closesAt" > @now))
     ORDER BY coalesce(a."dueAt", a."closesAt", '9'), a."opensAt", a.id LIMIT 50`,
  ).all({ userId: which.userId, now, soon })
  return rows.map(seenOf)
}

/** The window of an assignment as lib/teach reads it. */
export function windowOf({ opensAt, dueAt, closesAt }: Pick<Assignment, 'opensAt' | 'dueAt' | 'closesAt'>): Window {
  return { opensAt: opensAt.getTime(), dueAt: dueAt?.getTime() ?? null, closesAt: closesAt?.getTime() ?? null }
}
