import 'server-only'
import type { Granted } from '../../teach/granted'
import { mayGiveRole, type Role } from '../../teach/roles'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { type Acting, actIn, type Busy, type NoCourse, noCourse, roleFor } from './acting'
import { noteCourseEvent } from './course-event'
import { findStanding, isFull, type Standing } from './enter'
import { renewTerms } from './running-terms'

/** Who does it, in which course, and to whom. */
export type ActingOn = Acting & { readonly memberId: string }

export type Changed =
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly error: 'no such member' | 'not yours to change' | 'full' }
  | NoCourse
  | Busy

const changed = { kind: 'changed' } as const

/** Gives somebody another role, where the roles of both allow it (mayGiveRole). */
export async function changeRole(acting: ActingOn, to: Role): Promise<Changed> {
  return onMember(acting, (prepare, { by, of }) => {
    if (!mayGiveRole({ by, of: of.role, to })) return refuse('not yours to change')
    set(prepare, acting, 'role = @role', { role: to })
    note(prepare, acting, 'role changed', { from: of.role, to })
    return changed
  })
}

/** Gives somebody another name and number in this course. */
export async function changeName(
  acting: ActingOn,
  names: { readonly name: string; readonly number: string },
): Promise<Changed> {
  return onMember(acting, (prepare, { by, of }) => {
    if (!mayTouch(acting, by, of)) return refuse('not yours to change')
    set(prepare, acting, 'name = @name, number = @number', names)
    note(prepare, acting, 'name changed', {})
    return changed
  })
}

/** Says what is granted to somebody for all assignments (an accommodation); their tries that run are told at once. */
export async function grant(acting: ActingOn, granted: Granted): Promise<Changed> {
  return onMember(acting, (prepare) => {
    set(prepare, acting, 'factor = @factor, "extraMinutes" = @extraMinutes, "breakMinutes" = @breakMinutes', granted)
    note(prepare, acting, 'granted', granted)
    const { courseId, memberId, userId, now } = acting
    renewTerms(prepare, { courseId, studentId: memberId, by: userId, now })
    return changed
  })
}

/** Takes somebody out of the course. Their row stays, for what they did; the door does not let them in again. */
export async function removeMember(acting: ActingOn): Promise<Changed> {
  return onMember(acting, (prepare, { by, of }) => {
    if (acting.memberId === acting.userId || !mayTouch(acting, by, of)) return refuse('not yours to change')
    set(prepare, acting, '"leftAt" = @at, removed = 1', { at: toInstantColumn(acting.now) })
    note(prepare, acting, 'removed', { role: of.role })
    return changed
  })
}

/** Lets somebody back in who has left or was taken out, as a student. */
export async function readmit(acting: ActingOn): Promise<Changed> {
  return actIn(acting, 'manage people', (prepare): Changed => {
    const of = findStanding(prepare, acting.courseId, acting.memberId)
    if (of === undefined || of.leftAt === null) return refuse('no such member')
    if (isFull(prepare, acting.courseId)) return refuse('full')
    set(prepare, acting, `"leftAt" = NULL, removed = 0, role = 'student'`, {})
    note(prepare, acting, 'readmitted', {})
    return changed
  })
}

/** Leaves a course, also one in the archive. Its owner can't: they hand it over first. */
export async function leaveCourse({ userId, courseId, now }: Acting): Promise<Changed> {
  const { writeNow } = await database()
  const written = await writeNow((prepare): Changed => {
    const role = roleFor(prepare, { userId, courseId }, 'see course')
    if (role === undefined) return noCourse
    if (role === 'owner') return refuse('not yours to change')
    set(prepare, { courseId, memberId: userId }, '"leftAt" = @at', { at: toInstantColumn(now) })
    noteCourseEvent(prepare, { courseId, by: userId, at: now, act: 'left', detail: { role } })
    return changed
  })
  return written.kind === 'written' ? written.value : written
}

/** Hands a course over to somebody who teaches in it: they are its owner from then on, and who was it a teacher. */
export async function handOver(acting: ActingOn): Promise<Changed> {
  return actIn(
    acting,
    'manage course',
    (prepare): Changed => {
      const of = findStanding(prepare, acting.courseId, acting.memberId)
      if (of === undefined || of.leftAt !== null) return refuse('no such member')
      if (of.role !== 'teacher' && of.role !== 'assistant') return refuse('not yours to change')
      set(prepare, acting, `role = 'owner'`, {})
      set(prepare, { ...acting, memberId: acting.userId }, `role = 'teacher'`, {})
      note(prepare, acting, 'handed over', { from: acting.userId })
      return changed
    },
    { archived: true },
  )
}

type Both = { readonly by: Role; readonly of: Standing }

const refuse = <Why extends string>(error: Why) => ({ kind: 'refused', error }) as const

/** Whether somebody of role `by` may rename or take out a person: themselves, or whom they could give another role. */
function mayTouch({ userId, memberId }: ActingOn, by: Role, of: Standing): boolean {
  return userId === memberId || mayGiveRole({ by, of: of.role, to: 'student' })
}

/** Does something to somebody who is in the course today. */
function onMember(acting: ActingOn, work: (prepare: Prepare, both: Both) => Changed): Promise<Changed> {
  return actIn(acting, 'manage people', (prepare, by): Changed => {
    const of = findStanding(prepare, acting.courseId, acting.memberId)
    return of === undefined || of.leftAt !== null ? refuse('no such member') : work(prepare, { by, of })
  })
}

function set<Values extends object>(
  prepare: Prepare,
  { courseId, memberId }: Pick<ActingOn, 'courseId' | 'memberId'>,
  assignments: string,
  values: Values,
): void {
  const columns = { ...values, courseId, memberId }
  prepare<[typeof columns]>(
    `UPDATE "Member" SET ${assignments} WHERE "courseId" = @courseId AND "userId" = @memberId`,
  ).run(columns)
}

function note(prepare: Prepare, { courseId, userId, memberId, now }: ActingOn, act: string, detail: object): void {
  noteCourseEvent(prepare, { courseId, by: userId, at: now, act, detail: { member: memberId, ...detail } })
}
