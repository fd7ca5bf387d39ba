import 'server-only'
import { type CourseAct, rolesThatMay } from '../../teach/roles'

/**
 * The condition of a statement that lets @userId do `act` in the course whose id is `courseId` (a column, such as
 * c.id): a member of today whose role may. A course that is not theirs is so not found, rather than forbidden.
 */
export function mayIn(act: CourseAct, courseId: string): string {
  const allowed = rolesThatMay(act)
    .map((role) => `'${role}'`)
    .join(', ')
  return `EXISTS (SELECT 1 FROM "Member" may WHERE may."courseId" = ${courseId} AND may."userId" = @userId
    AND may."leftAt" IS NULL AND may.role IN (${allowed}))`
}
