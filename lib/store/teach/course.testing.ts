import { randomUUID } from 'node:crypto'
import type { Role } from '../../teach/roles'
import { addUser, type TemporaryStore } from '../temporary-store'
import { makeCourse } from './course'
import { joinByToken } from './join'
import { addSeats, listSeats } from './seats'

export const now = new Date('2026-11-23T08:00:00Z')

/** For tests: somebody with an account. */
export async function addAccount({ database }: TemporaryStore, name = 'somebody'): Promise<string> {
  const id = await addUser(database, `${name} ${randomUUID()}`)
  await database.prisma.user.update({ where: { id }, data: { isAnonymous: false } })
  return id
}

export type Peopled = { readonly courseId: string; readonly owner: string } & Readonly<
  Record<Exclude<Role, 'owner'>, string>
>

/** For tests: a course with one person of each role, each come by a seat of their own. */
export async function makePeopled(store: TemporaryStore): Promise<Peopled> {
  const owner = await addAccount(store, 'owner')
  const made = await makeCourse({ userId: owner, ownerName: 'Olga Owner', name: 'Networks', term: 'Autumn', now })
  if (made.kind === 'refused') throw new Error(made.error)
  const { courseId } = made
  const acting = { userId: owner, courseId, now }
  const others = ['teacher', 'assistant', 'student', 'observer'] as const
  const people = others.map((role) => ({ name: `Real ${role}`, email: `${role}@x.org`, number: `n-${role}`, role }))
  const added = await addSeats(acting, people)
  if (added.kind === 'refused') throw new Error(added.error)
  const seats = await listSeats(acting)
  const entries = others.map(async (role) => {
    const userId = await addAccount(store, role)
    const token = seats.find((seat) => seat.role === role)?.token ?? ''
    const joined = await joinByToken({ userId, token, name: 'not asked for', now })
    if (joined.kind === 'refused') throw new Error(joined.error)
    return [role, userId] as const
  })
  const ids = Object.fromEntries(await Promise.all(entries)) as Readonly<Record<(typeof others)[number], string>>
  return { courseId, owner, ...ids }
}
