import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type CourseAct, type Role, roleSchema } from '../../teach/roles'
import { columnsOf, instantColumn, toInstantColumn } from '../columns'
import { database } from '../database'
import { noteCourseEvent } from './course-event'
import { drawFreePseudonym } from './enter'
import { mayIn } from './may'

/** The most courses that somebody can own. */
export const mostCourses = 200

const row = z.object({
  id: z.string(),
  name: z.string(),
  term: z.string(),
  names: z.enum(['real', 'pseudonym']),
  createdAt: instantColumn,
  archivedAt: instantColumn.nullable(),
  joinCode: z.string().nullable(),
  joinToken: z.string().nullable(),
})

/** A course, and what its reader is in it. */
export type Course = Readonly<z.infer<typeof row>> & { readonly role: Role }

const withRole = row.extend({ role: roleSchema })

/**
 * The course with that id, where @userId is somebody who may do `act` in it; undefined otherwise, whatever the reason.
 * `archived` asks for one in the archive too, of which else only what changes nothing is found.
 */
export async function findCourse(which: {
  readonly userId: string
  readonly courseId: string
  readonly act: CourseAct
  readonly archived?: boolean
}): Promise<Course | undefined> {
  const { read } = await database()
  const { userId, courseId, act, archived = false } = which
  const found = read<[{ userId: string; courseId: string }]>(
    `SELECT ${columnsOf(row, 'c')}, m.role FROM "Course" c
     JOIN "Member" m ON m."courseId" = c.id AND m."userId" = @userId
     WHERE c.id = @courseId AND ${mayIn(act, 'c.id', { archived })}`,
  ).get({ userId, courseId })
  return found === undefined ? undefined : withRole.parse(found)
}

/** The courses that this user is in, those of today first, the newest of each first. */
export async function listCourses(userId: string): Promise<readonly Course[]> {
  const { read } = await database()
  const rows = read<[{ userId: string }]>(
    `SELECT ${columnsOf(row, 'c')}, m.role FROM "Member" m JOIN "Course" c ON c.id = m."courseId"
     WHERE m."userId" = @userId AND m."leftAt" IS NULL
     ORDER BY c."archivedAt" IS NOT NULL, c."createdAt" DESC, c.id`,
  ).all({ userId })
  return z.array(withRole).parse(rows)
}

export type NewCourse = {
  readonly userId: string
  /** What the owner is called in it. */
  readonly ownerName: string
  readonly name: string
  readonly term: string
  readonly now: Date
}

export type MadeCourse =
  | { readonly kind: 'made'; readonly courseId: string }
  | { readonly kind: 'refused'; readonly error: 'no account' | 'too many' | 'busy' }

/** Makes a course, with whoever asks as its owner. Refuses guests: what a course holds of others must not hang on a cookie. */
export async function makeCourse({ userId, ownerName, name, term, now }: NewCourse): Promise<MadeCourse> {
  const { writeNow } = await database()
  const course = { courseId: randomUUID(), userId, name, term, ownerName, now: toInstantColumn(now) }
  const written = await writeNow((prepare): MadeCourse => {
    const account = prepare<[string]>('SELECT 1 FROM "User" WHERE id = ? AND "isAnonymous" IS NOT 1').get(userId)
    if (account === undefined) return { kind: 'refused', error: 'no account' }
    const owned = prepare<[string]>(`SELECT count(*) FROM "Member" WHERE "userId" = ? AND role = 'owner'`).pluck()
    if (Number(owned.get(userId)) >= mostCourses) return { kind: 'refused', error: 'too many' }
    prepare<[typeof course]>(
      `INSERT INTO "Course" (id, name, term, names, "createdAt") VALUES (@courseId, @name, @term, 'real', @now)`,
    ).run(course)
    prepare<[typeof course & { pseudonym: string }]>(
      `INSERT INTO "Member" ("courseId", "userId", role, name, pseudonym, "joinedAt")
       VALUES (@courseId, @userId, 'owner', @ownerName, @pseudonym, @now)`,
    ).run({ ...course, pseudonym: drawFreePseudonym(prepare, course.courseId) })
    noteCourseEvent(prepare, { courseId: course.courseId, by: userId, at: now, act: 'made', detail: { name, term } })
    return { kind: 'made', courseId: course.courseId }
  })
  return written.kind === 'written' ? written.value : written
}
