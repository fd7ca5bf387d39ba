import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Role, roleSchema } from '../../teach/roles'
import { toInstantColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'
import { type Acting, actIn, type Busy, countSchema, type NoCourse } from './acting'
import { copyContent } from './copy-content'
import { mostCourses } from './course'
import { noteCourseEvent } from './course-event'
import { enter } from './enter'

export type Copying = {
  readonly name: string
  readonly term: string
  /** Which of the others who teach in it come along, each in their role. */
  readonly staffIds: readonly string[]
  /** How many weeks later everything of it is, 0 to `mostWeeks`, at the same time of the wall clock in this zone. */
  readonly weeksLater: number
  readonly timeZone: string
}

/** Five years: further than anybody plans. */
export const mostWeeks = 260

export type CopiedCourse =
  | { readonly kind: 'copied'; readonly courseId: string }
  | { readonly kind: 'refused'; readonly error: 'too many' }
  | NoCourse
  | Busy

/**
 * Makes a course of the next term of one that is there, also of one in the archive: its settings, whoever asks as its owner,
 * and the staff chosen; no students, no seats, and the door shut, so that no old link leads into it. Its questions and
 * what was assigned come along, the latter as drafts, so many weeks later.
 */
export async function copyCourse(acting: Acting, copying: Copying): Promise<CopiedCourse> {
  return actIn(acting, 'manage course', (prepare): CopiedCourse => copyIn(prepare, acting, copying), { archived: true })
}

const staffRow = z.object({ userId: z.string(), role: roleSchema, name: z.string(), number: z.string() })

function copyIn(prepare: Prepare, acting: Acting, copying: Copying): CopiedCourse {
  const { userId, courseId: from, now } = acting
  const { name, term, staffIds, weeksLater, timeZone } = copying
  const owned = prepare<[string]>(`SELECT count(*) FROM "Member" WHERE "userId" = ? AND role = 'owner'`).pluck()
  if (countSchema.parse(owned.get(userId)) >= mostCourses) return { kind: 'refused', error: 'too many' }
  const course = { id: randomUUID(), from, name, term, at: toInstantColumn(now) }
  prepare<[typeof course]>(
    `INSERT INTO "Course" (id, name, term, names, "createdAt")
     SELECT @id, @name, @term, names, @at FROM "Course" WHERE id = @from`,
  ).run(course)
  for (const { role, ...person } of listStaff(prepare, from)) {
    if (role !== 'owner' && !staffIds.includes(person.userId)) continue
    enter(prepare, { ...person, courseId: course.id, role: roleInCopy(role, person.userId === userId), now })
  }
  copyContent(prepare, { from, to: course.id, by: userId, at: course.at, weeksLater, timeZone })
  noteCourseEvent(prepare, { courseId: course.id, by: userId, at: now, act: 'copied', detail: { from } })
  return { kind: 'copied', courseId: course.id }
}

const roleInCopy = (role: Role, isMaker: boolean): Role => (isMaker ? 'owner' : role)

function listStaff(prepare: Prepare, courseId: string): readonly z.infer<typeof staffRow>[] {
  const rows = prepare<[string]>(
    `SELECT "userId", role, name, number FROM "Member"
     WHERE "courseId" = ? AND "leftAt" IS NULL AND role IN ('owner', 'teacher', 'assistant')`,
  ).all(courseId)
  return z.array(staffRow).parse(rows)
}
