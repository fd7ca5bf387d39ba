import 'server-only'
import { type CourseAct, isOpenInArchive, rolesThatMay } from '../../teach/roles'

/**
 * The condition of a statement that lets @userId do `act` in the course whose id is `courseId` (a column, such as
 * c.id): a member of today whose role may. A course that is not theirs is so not found, rather than forbidden. Of a
 * course in the archive only what changes nothing is found, unless `archived` says that the act is for it too (to take
 * it out, to copy it).
 */
export function mayIn(act: CourseAct, courseId: string, { archived = false } = {}): string {
  const allowed = rolesThatMay(act)
    .map((role) => `'${role}'`)
    .join(', ')
  const isMember = `EXISTS (SELECT 1 FROM "Member" may WHERE may."courseId" = ${courseId} AND may."userId" = @userId
    AND may."leftAt" IS NULL AND may.role IN (${allowed}))`
  return archived || isOpenInArchive(act)
    ? isMember
    : `${isMember} AND EXISTS (SELECT 1 FROM "Course" open WHERE open.id = ${courseId} AND open."archivedAt" IS NULL)`
}
