import { type AssignmentSettings, defaultAssignments, type Window } from '../../teach/assignment'
import type { Role } from '../../teach/roles'
import type { Database } from '../database'
import { addUser } from '../temporary-store'
import { makeCourse } from './course'
import { makeAssignment, stepAssignment } from './save-assignment'

/** For tests: an account. */
export async function addAccount(database: Database, id: string): Promise<string> {
  await addUser(database, id)
  await database.prisma.user.update({ where: { id }, data: { isAnonymous: false } })
  return id
}

/** For tests: puts an account into a course. */
export async function addMember(
  database: Database,
  courseId: string,
  userId: string,
  role: Role,
  at: Date,
): Promise<void> {
  const member = { courseId, userId, role, name: `Name of ${userId}`, pseudonym: `Alias of ${userId}`, joinedAt: at }
  await database.prisma.member.create({ data: member })
}

/** For tests: the owner `teacher` with a course of the students `ada` and `eve`, and somebody `mallory` who is in none. */
export async function openCourse(database: Database, now: Date): Promise<string> {
  for (const id of ['teacher', 'ada', 'eve', 'mallory']) await addAccount(database, id)
  const made = await makeCourse({ userId: 'teacher', ownerName: 'Teacher', name: 'Networks', term: '', now })
  if (made.kind === 'refused') throw new Error(made.error)
  for (const id of ['ada', 'eve']) await addMember(database, made.courseId, id, 'student', now)
  return made.courseId
}

type Assigned = {
  readonly kind?: 'homework' | 'exam'
  readonly window: Window
  readonly settings?: Partial<AssignmentSettings>
  readonly now: Date
}

/** For tests: an assignment of that course which its students see. */
export async function assign(courseId: string, { kind = 'exam', window, settings, now }: Assigned): Promise<string> {
  const all = { ...defaultAssignments[kind], ...settings }
  const saved = await makeAssignment({
    userId: 'teacher',
    courseId,
    kind,
    title: 'Closing',
    settings: all,
    window,
    now,
  })
  if (saved.kind === 'refused') throw new Error(saved.error)
  await stepAssignment({ userId: 'teacher', assignmentId: saved.assignmentId }, 'published', now)
  return saved.assignmentId
}
