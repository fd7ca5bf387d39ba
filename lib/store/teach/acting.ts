import 'server-only'
import { z } from 'zod'
import { type CourseAct, type Role, roleSchema } from '../../teach/roles'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { mayIn } from './may'

/** Who does something in which course, and when. */
export type Acting = { readonly userId: string; readonly courseId: string; readonly now: Date }

/** Nobody learns whether a course is not there, not theirs, in the archive, or theirs for less. */
export type NoCourse = { readonly kind: 'refused'; readonly error: 'no such course' }
export const noCourse: NoCourse = { kind: 'refused', error: 'no such course' }

export type Busy = { readonly kind: 'refused'; readonly error: 'busy' }

/** The role in which somebody may do it, as the transaction of `prepare` sees it; undefined where they may not. */
export function roleFor(
  prepare: Prepare,
  { userId, courseId }: Pick<Acting, 'userId' | 'courseId'>,
  act: CourseAct,
  how: { readonly archived?: boolean } = {},
): Role | undefined {
  const found = prepare<[{ userId: string; courseId: string }]>(
    `SELECT role FROM "Member" m
     WHERE m."courseId" = @courseId AND m."userId" = @userId AND ${mayIn(act, '@courseId', how)}`,
  )
    .pluck()
    .get({ userId, courseId })
  return roleSchema.optional().parse(found)
}

/**
 * Does `work` in a transaction of its own, with the role of whoever does it; refuses as 'no such course' where they may not
 * do `act` in it (so that one which is not theirs is not found), and as 'busy' where another process holds the database.
 */
export async function actIn<Outcome extends { readonly kind: string }>(
  acting: Acting,
  act: CourseAct,
  work: (prepare: Prepare, role: Role) => Outcome,
  how: { readonly archived?: boolean } = {},
): Promise<Outcome | NoCourse | Busy> {
  const { writeNow } = await database()
  const written = await writeNow((prepare): Outcome | NoCourse => {
    const role = roleFor(prepare, acting, act, how)
    return role === undefined ? noCourse : work(prepare, role)
  })
  return written.kind === 'written' ? written.value : written
}

/** What count(*) gives. */
export const countSchema = z.number().int()
