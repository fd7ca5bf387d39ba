import { z } from 'zod'

/** What somebody can be in a course. A person has one role in each. */
export const roles = ['owner', 'teacher', 'assistant', 'student', 'observer'] as const
export type Role = (typeof roles)[number]

export const roleSchema = z.enum(roles)

/** What can be done in a course, each with the roles that may. Whatever is not here, nobody may. */
const mayDo = {
  /** Its name, and what is assigned. */
  'see course': roles,
  /** Its list of people. */
  'see people': ['owner', 'teacher', 'assistant', 'observer'],
  /** The door, the roster, roles up to teacher, names, what is granted to somebody. */
  'manage people': ['owner', 'teacher'],
  /** Its name and term; archive, copy, hand over. */
  'manage course': ['owner'],
  /** Settings of assignments, questions of one's own, exceptions. */
  'edit assignments': ['owner', 'teacher'],
  /** Every paper and its key, before anybody else. */
  'see papers': ['owner', 'teacher', 'assistant'],
  /** Answer the papers. */
  take: ['student'],
  /** The live view; extensions, pauses, handing in for somebody, reopening. */
  supervise: ['owner', 'teacher', 'assistant'],
  /** Gradebook and item analysis. */
  'see marks': ['owner', 'teacher', 'assistant', 'observer'],
  /** Points by hand, comments, answers to reports. */
  mark: ['owner', 'teacher', 'assistant'],
  /** What students see of their marks, and by which rule they are made. */
  release: ['owner', 'teacher'],
  /** A question for the lecture hall. */
  'ask live': ['owner', 'teacher', 'assistant'],
} as const satisfies Record<string, readonly Role[]>

export type CourseAct = keyof typeof mayDo

export const courseActs = Object.keys(mayDo) as readonly CourseAct[]

/** The roles that may do it. */
export function rolesThatMay(act: CourseAct): readonly Role[] {
  return mayDo[act]
}

/** Whether a role may do it. */
export function mayRole(role: Role, act: CourseAct): boolean {
  return rolesThatMay(act).includes(role)
}

/** What changes nothing: all that is left of a course in the archive. */
const actsThatRead: readonly CourseAct[] = ['see course', 'see people', 'see papers', 'see marks']

/** Whether it may be done in a course that is in the archive. To take it out again is asked for by itself (mayIn). */
export function isOpenInArchive(act: CourseAct): boolean {
  return actsThatRead.includes(act)
}

/**
 * Whether somebody of role `by` may give a person of role `of` the role `to`. The owner is not made so but by handing the
 * course over; a teacher changes nobody who is above an assistant.
 */
export function mayGiveRole({ by, of, to }: { readonly by: Role; readonly of: Role; readonly to: Role }): boolean {
  if (of === 'owner' || to === 'owner' || !mayRole(by, 'manage people')) return false
  return by === 'owner' || (of !== 'teacher' && to !== 'teacher')
}
