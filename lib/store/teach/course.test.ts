import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { courseActs, mayRole, roles } from '../../teach/roles'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { findCourse, listCourses, makeCourse } from './course'

const now = new Date('2026-11-23T08:00:00Z')
let store: TemporaryStore

beforeAll(async () => {
  store = await openTemporaryStore()
})
afterAll(() => store.close())

async function addAccount(id: string): Promise<string> {
  await addUser(store.database, id)
  await store.database.prisma.user.update({ where: { id }, data: { isAnonymous: false } })
  return id
}

async function make(userId: string): Promise<string> {
  const made = await makeCourse({ userId, ownerName: userId, name: 'Networks', term: 'Autumn', now })
  if (made.kind === 'refused') throw new Error(made.error)
  return made.courseId
}

describe('a course', () => {
  it('is made by whoever has an account, and by no guest', async () => {
    await addUser(store.database, 'guest')
    const refused = await makeCourse({ userId: 'guest', ownerName: 'g', name: 'Networks', term: '', now })
    expect(refused).toEqual({ kind: 'refused', error: 'no account' })
    const courseId = await make(await addAccount('ada'))
    expect(await listCourses('ada')).toMatchObject([{ id: courseId, name: 'Networks', term: 'Autumn', role: 'owner' }])
    const events = await store.database.prisma.courseEvent.findMany({ where: { courseId } })
    expect(events).toMatchObject([{ by: 'ada', act: 'made' }])
  })

  it('is found by each role for just what it may do, and by nobody else', async () => {
    const courseId = await make(await addAccount('owner of two'))
    const other = await make('owner of two')
    for (const role of roles) {
      const userId = await addAccount(`a ${role}`)
      await store.database.prisma.member.create({
        data: { courseId, userId, role, name: role, pseudonym: role, joinedAt: now },
      })
      for (const act of courseActs) {
        expect((await findCourse({ userId, courseId, act })) !== undefined, `${role}, ${act}`).toBe(mayRole(role, act))
        expect(await findCourse({ userId, courseId: other, act })).toBeUndefined()
      }
    }
    expect(await findCourse({ userId: 'guest', courseId, act: 'see course' })).toBeUndefined()
  })

  it('is not found any more by who has left', async () => {
    const courseId = await make('owner of two')
    const userId = await addAccount('leaver')
    const member = { courseId, userId, role: 'teacher', name: 'l', pseudonym: 'l', joinedAt: now, leftAt: now }
    await store.database.prisma.member.create({ data: member })
    expect(await findCourse({ userId, courseId, act: 'see course' })).toBeUndefined()
    expect(await listCourses(userId)).toEqual([])
  })
})
