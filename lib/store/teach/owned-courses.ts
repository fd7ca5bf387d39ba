import 'server-only'
import { z } from 'zod'
import type { Prepare } from '../sqlite/statements'
import { countSchema } from './acting'

const row = z.object({ id: z.string(), name: z.string() })

/** A course by its id and its name. */
export type OwnedCourse = Readonly<z.infer<typeof row>>

const isShared = `EXISTS (SELECT 1 FROM "Member" other
  WHERE other."courseId" = c.id AND other."userId" <> @userId AND other."leftAt" IS NULL)`

/** The courses that this user owns and others are in: they must be handed over before the user can go. */
export function listSharedCourses(prepare: Prepare, userId: string): readonly OwnedCourse[] {
  const rows = prepare<[{ userId: string }]>(
    `SELECT c.id, c.name FROM "Member" m JOIN "Course" c ON c.id = m."courseId"
     WHERE m."userId" = @userId AND m.role = 'owner' AND ${isShared} ORDER BY c."createdAt", c.id`,
  ).all({ userId })
  return z.array(row).parse(rows)
}

/** How many courses of this user nobody else is in: they go with the user. */
export function countLonelyCourses(prepare: Prepare, userId: string): number {
  const count = prepare<[{ userId: string }]>(
    `SELECT count(*) FROM "Member" m JOIN "Course" c ON c.id = m."courseId"
     WHERE m."userId" = @userId AND m.role = 'owner' AND NOT ${isShared}`,
  ).pluck()
  return countSchema.parse(count.get({ userId }))
}

/** The tables of what belongs to a course, children before their parents. Whoever adds one adds its line here. */
const courseTables = ['CourseEvent', 'Seat', 'Member'] as const

/** Deletes the courses of this user in which nobody else is, with all that was ever in them. */
export function deleteLonelyCourses(prepare: Prepare, userId: string): void {
  const ids = prepare<[{ userId: string }]>(
    `SELECT c.id FROM "Member" m JOIN "Course" c ON c.id = m."courseId"
     WHERE m."userId" = @userId AND m.role = 'owner' AND NOT ${isShared}`,
  )
    .pluck()
    .all({ userId })
  for (const courseId of z.array(z.string()).parse(ids)) {
    for (const table of courseTables) prepare<[string]>(`DELETE FROM "${table}" WHERE "courseId" = ?`).run(courseId)
    prepare<[string]>('DELETE FROM "Course" WHERE id = ?').run(courseId)
  }
}
