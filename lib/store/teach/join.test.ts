import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { archiveCourse } from './change-course'
import { leaveCourse, readmit, removeMember } from './change-member'
import { findCourse } from './course'
import { addAccount, makePeopled, now, type Peopled } from './course.testing'
import { openDoor, shutDoor } from './door'
import { mostMembers } from './enter'
import { findEntrance, joinByToken, takeSeatOfEmail, tryCode } from './join'
import { findMember, listPeople } from './people'
import { addSeats, dropSeat, listSeats, listWaitingSeats } from './seats'
import { mostWrongCodes } from './wrong-code'

let store: TemporaryStore
let peopled: Peopled

beforeAll(async () => {
  store = await openTemporaryStore()
  peopled = await makePeopled(store)
})
afterAll(() => store.close())

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

async function openAnew(course = peopled): Promise<{ readonly code: string; readonly token: string }> {
  expect(await openDoor({ userId: course.owner, courseId: course.courseId, now })).toEqual({ kind: 'changed' })
  const found = await findCourse({ userId: course.owner, courseId: course.courseId, act: 'manage people' })
  return { code: found?.joinCode ?? '', token: found?.joinToken ?? '' }
}

const join = (userId: string, token: string, name = 'Ada') => joinByToken({ userId, token, name, now })

const count = (courseId: string, userId: string) => store.database.prisma.member.count({ where: { courseId, userId } })

describe('a door', () => {
  it('lets in whoever has the code or the link, as a student under the name they give', async () => {
    const { code, token } = await openAnew()
    const userId = await addAccount(store)
    expect(await tryCode(`${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`, { address: 'a', userId }, now)).toEqual({
      kind: 'found',
      token,
    })
    expect(await findEntrance(token, userId)).toMatchObject({ course: { name: 'Networks' }, seat: null })
    expect(await join(userId, token)).toEqual({ kind: 'joined', courseId: peopled.courseId })
    const member = await findMember({ userId: peopled.owner, courseId: peopled.courseId, memberId: userId })
    expect(member).toMatchObject({ name: 'Ada', role: 'student', number: '' })
  })

  it('lets in no guest', async () => {
    const { token } = await openAnew()
    const guest = await addUser(store.database, 'a guest')
    expect(await join(guest, token)).toEqual({ kind: 'refused', error: 'no account' })
  })

  it('makes one membership of 50 joins at once', async () => {
    const { token } = await openAnew()
    const userId = await addAccount(store)
    const joined = await Promise.all(Array.from({ length: 50 }, () => join(userId, token)))
    expect(new Set(joined.map(({ kind }) => kind))).toEqual(new Set(['joined']))
    expect(await count(peopled.courseId, userId)).toBe(1)
  })

  it('that is opened anew leads nobody in by what was there before; a shut one nobody at all', async () => {
    const old = await openAnew()
    const { code, token } = await openAnew()
    const userId = await addAccount(store)
    expect(await join(userId, old.token)).toEqual({ kind: 'refused', error: 'no such door' })
    expect(await tryCode(old.code, { address: 'b', userId: undefined }, now)).toMatchObject({ error: 'wrong' })
    await shutDoor({ userId: peopled.teacher, courseId: peopled.courseId, now })
    expect(await join(userId, token)).toEqual({ kind: 'refused', error: 'no such door' })
    expect(await tryCode(code, { address: 'b', userId: undefined }, now)).toMatchObject({ error: 'wrong' })
    expect(await findEntrance(token, userId)).toBeUndefined()
  })

  it('is opened and shut by who manages people alone', async () => {
    const other = await makePeopled(store)
    const { token } = await openAnew()
    const strangers = [peopled.assistant, peopled.student, peopled.observer, other.owner]
    for (const userId of strangers)
      for (const act of [openDoor, shutDoor])
        expect(await act({ userId, courseId: peopled.courseId, now })).toEqual({
          kind: 'refused',
          error: 'no such course',
        })
    expect(await findEntrance(token, undefined)).toBeDefined()
  })

  it('lets back in who has left, and not who was taken out, until staff does', async () => {
    const { token } = await openAnew()
    const userId = await addAccount(store)
    const acting = { userId: peopled.teacher, courseId: peopled.courseId, now, memberId: userId }
    await join(userId, token)
    const { pseudonym } = (await findMember(acting)) ?? {}
    await leaveCourse({ userId, courseId: peopled.courseId, now })
    expect(await findCourse({ userId, courseId: peopled.courseId, act: 'see course' })).toBeUndefined()
    expect(await join(userId, token, 'Ada again')).toMatchObject({ kind: 'joined' })
    expect(await findMember(acting)).toMatchObject({ name: 'Ada again', pseudonym, leftAt: null })
    expect(await removeMember(acting)).toEqual({ kind: 'changed' })
    expect(await join(userId, token)).toEqual({ kind: 'refused', error: 'removed' })
    expect(await readmit(acting)).toEqual({ kind: 'changed' })
    expect(await join(userId, token)).toMatchObject({ kind: 'joined' })
    expect(await count(peopled.courseId, userId)).toBe(1)
  })

  it('brings a teacher who left back as a student', async () => {
    const course = await makePeopled(store)
    const { token } = await openAnew(course)
    await leaveCourse({ userId: course.teacher, courseId: course.courseId, now })
    await join(course.teacher, token)
    const people = await listPeople({ userId: course.owner, courseId: course.courseId })
    expect(people.filter(({ role }) => role === 'teacher')).toEqual([])
  })

  it('lets nobody into a full course, nor into one in the archive', async () => {
    const course = await makePeopled(store)
    const { token } = await openAnew(course)
    await addCrowd(course.courseId, mostMembers - 5)
    const userId = await addAccount(store)
    expect(await join(userId, token)).toEqual({ kind: 'refused', error: 'full' })
    await leaveCourse({ userId: `${course.courseId} 1`, courseId: course.courseId, now })
    expect(await join(userId, token)).toMatchObject({ kind: 'joined' })
    await archiveCourse({ userId: course.owner, courseId: course.courseId, now })
    expect(await join(await addAccount(store), token)).toEqual({ kind: 'refused', error: 'no such door' })
  })

  it('lets in one of 50 who come at once for the last place', async () => {
    const course = await makePeopled(store)
    const { token } = await openAnew(course)
    await addCrowd(course.courseId, mostMembers - 6)
    const people = await Promise.all(Array.from({ length: 50 }, () => addAccount(store)))
    const joined = await Promise.all(people.map((userId) => join(userId, token)))
    expect(joined.filter(({ kind }) => kind === 'joined')).toHaveLength(1)
    expect(joined.filter((one) => one.kind === 'refused' && one.error === 'full')).toHaveLength(49)
    const now = await store.database.prisma.member.count({ where: { courseId: course.courseId, leftAt: null } })
    expect(now).toBe(mostMembers)
  })
})

/** Adds so many students to a course, besides those who are in it. */
async function addCrowd(courseId: string, size: number): Promise<void> {
  const crowd = { courseId, at: now.toISOString(), size }
  await store.database.writeNow((prepare) => {
    const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @size)'
    prepare<[typeof crowd]>(
      `${numbers} INSERT INTO "User" (id, name, email, "updatedAt")
       SELECT @courseId || ' ' || i, i, @courseId || i || '@x.org', @at FROM n`,
    ).run(crowd)
    prepare<[typeof crowd]>(
      `${numbers} INSERT INTO "Member" ("courseId", "userId", role, name, pseudonym, "joinedAt")
       SELECT @courseId, @courseId || ' ' || i, 'student', 'One of many', i, @at FROM n`,
    ).run(crowd)
  })
}

describe('codes', () => {
  it('that can’t be one count for nobody', async () => {
    for (let times = 0; times < 20; times += 1)
      expect(await tryCode('0000', { address: 'typo', userId: undefined }, now)).toMatchObject({ error: 'no code' })
  })

  it('are not looked at after ten wrong ones in a minute, by address and by user', async () => {
    const { code } = await openAnew()
    const { perMinute } = mostWrongCodes
    const userId = await addAccount(store)
    const tries = Array.from({ length: 50 }, () => tryCode('222222', { address: 'c', userId }, now))
    const errors = (await Promise.all(tries)).map((tried) => (tried.kind === 'refused' ? tried.error : tried.kind))
    expect(errors.filter((error) => error === 'wrong')).toHaveLength(perMinute)
    expect(errors.filter((error) => error === 'wait')).toHaveLength(50 - perMinute)
    expect(await tryCode(code, { address: 'c', userId: undefined }, now)).toMatchObject({ error: 'wait' })
    expect(await tryCode(code, { address: 'd', userId }, now)).toMatchObject({ error: 'wait' })
    expect(await tryCode(code, { address: 'd', userId: undefined }, now)).toMatchObject({ kind: 'found' })
    expect(await tryCode(code, { address: 'c', userId }, later(1.1))).toMatchObject({ kind: 'found' })
  })

  it('rest for everybody after too many wrong ones within a day from however many addresses; links go on', async () => {
    const { code, token } = await openAnew()
    await store.database.prisma.wrongCode.deleteMany()
    const guess = (address: number) => tryCode('333333', { address: `g${address}`, userId: undefined }, now)
    const guesses = await Promise.all(Array.from({ length: 1000 }, (_, index) => guess(index % 200)))
    const wrong = guesses.filter((tried) => tried.kind === 'refused' && tried.error === 'wrong')
    expect(wrong).toHaveLength(mostWrongCodes.ofAllPerDay)
    const fresh = { address: 'fresh', userId: undefined }
    expect(await tryCode(code, fresh, now)).toEqual({ kind: 'refused', error: 'resting' })
    expect(await join(await addAccount(store), token)).toMatchObject({ kind: 'joined' })
    expect(await tryCode(code, fresh, later(24 * 60 + 1))).toMatchObject({ kind: 'found' })
    expect(await tryCode('444444', fresh, later(24 * 60 + 1))).toMatchObject({ error: 'wrong' })
    expect(await store.database.prisma.wrongCode.count()).toBe(1)
  })

  it('are looked at sixty times a day for one address', async () => {
    await store.database.prisma.wrongCode.deleteMany()
    const one = { address: 'patient', userId: undefined }
    const errors = new Map<string, number>()
    for (let minute = 0; minute < 40; minute += 1)
      for (let times = 0; times < 2; times += 1) {
        const tried = await tryCode('555555', one, later(minute * 2))
        if (tried.kind === 'refused') errors.set(tried.error, (errors.get(tried.error) ?? 0) + 1)
      }
    expect(Object.fromEntries(errors)).toEqual({ wrong: mostWrongCodes.perDay, tomorrow: 80 - mostWrongCodes.perDay })
  })
})

describe('a seat', () => {
  const person = { name: 'Bob Booked', email: 'bob@x.org', number: '17', role: 'assistant' } as const

  async function addSeat(course = peopled) {
    const acting = { userId: course.owner, courseId: course.courseId, now }
    expect(await addSeats(acting, [person])).toMatchObject({ kind: 'added' })
    const seat = (await listSeats(acting)).find(({ email }) => email === person.email)
    if (seat === undefined) throw new Error('no seat')
    return { acting, seat }
  }

  it('is taken once, by whoever has its link, and gives its name, number and role', async () => {
    const course = await makePeopled(store)
    const { seat } = await addSeat(course)
    const [userId, another] = [await addAccount(store), await addAccount(store)]
    expect(await findEntrance(seat.token, userId)).toMatchObject({ seat: { name: 'Bob Booked', role: 'assistant' } })
    const [one, two] = await Promise.all([join(userId, seat.token), join(another, seat.token)])
    expect(one).toMatchObject({ kind: 'joined' })
    expect(two).toEqual({ kind: 'refused', error: 'no such door' })
    expect(await join(userId, seat.token)).toMatchObject({ kind: 'joined' })
    expect(await findEntrance(seat.token, another)).toBeUndefined()
    const member = await findMember({ userId: course.owner, courseId: course.courseId, memberId: userId })
    expect(member).toMatchObject({ name: 'Bob Booked', number: '17', role: 'assistant' })
  })

  it('gives who is in already its name and number, and takes no role from them', async () => {
    const course = await makePeopled(store)
    const { seat } = await addSeat(course)
    expect(await join(course.teacher, seat.token)).toMatchObject({ kind: 'joined' })
    const member = await findMember({ userId: course.owner, courseId: course.courseId, memberId: course.teacher })
    expect(member).toMatchObject({ name: 'Bob Booked', number: '17', role: 'teacher' })
  })

  it('that was dropped is no door any more, and one that is taken is not dropped', async () => {
    const course = await makePeopled(store)
    const { acting, seat } = await addSeat(course)
    expect(await dropSeat({ ...acting, userId: course.assistant }, seat.id)).toMatchObject({ error: 'no such course' })
    expect(await dropSeat(acting, seat.id)).toEqual({ kind: 'changed' })
    expect(await join(await addAccount(store), seat.token)).toEqual({ kind: 'refused', error: 'no such door' })
    const [taken] = (await listSeats(acting)).filter(({ takenAt }) => takenAt !== null)
    expect(await dropSeat(acting, taken?.id ?? '')).toEqual({ kind: 'refused', error: 'no such seat' })
  })

  it('waits for whose email a provider has verified, and for nobody who has only typed it', async () => {
    const course = await makePeopled(store)
    const { seat } = await addSeat(course)
    const userId = await addAccount(store)
    const { prisma } = store.database
    await prisma.user.update({ where: { id: userId }, data: { email: 'Bob@x.org' } })
    expect(await listWaitingSeats(userId)).toEqual([])
    const taking = { userId, seatId: seat.id, now }
    expect(await takeSeatOfEmail(taking)).toEqual({ kind: 'refused', error: 'no such door' })
    await prisma.user.update({ where: { id: userId }, data: { emailVerified: true } })
    expect(await listWaitingSeats(userId)).toContainEqual({
      id: seat.id,
      courseName: 'Networks',
      term: 'Autumn',
      role: 'assistant',
    })
    expect(await takeSeatOfEmail({ ...taking, userId: await addAccount(store) })).toMatchObject({ kind: 'refused' })
    expect(await takeSeatOfEmail(taking)).toEqual({ kind: 'joined', courseId: course.courseId })
    expect((await listWaitingSeats(userId)).map(({ id }) => id)).not.toContain(seat.id)
    await prisma.user.update({ where: { id: userId }, data: { email: `${userId}@x.org` } })
  })

  it('lets back in who left it, and not who was taken out', async () => {
    const course = await makePeopled(store)
    const { acting, seat } = await addSeat(course)
    const userId = await addAccount(store)
    await join(userId, seat.token)
    await leaveCourse({ userId, courseId: course.courseId, now })
    expect(await join(userId, seat.token)).toMatchObject({ kind: 'joined' })
    await removeMember({ ...acting, memberId: userId })
    expect(await join(userId, seat.token)).toEqual({ kind: 'refused', error: 'removed' })
  })
})

describe('seats of a roster', () => {
  const people = [
    { name: 'A', email: 'a@x.org', number: '1', role: 'student' },
    { name: 'B', email: null, number: '2', role: 'student' },
    { name: 'B too', email: null, number: '2', role: 'student' },
  ] as const

  it('are added at once, and nobody twice', async () => {
    const course = await makePeopled(store)
    const acting = { userId: course.teacher, courseId: course.courseId, now }
    expect(await addSeats(acting, people)).toEqual({ kind: 'added', added: 2, known: 1 })
    expect(await addSeats(acting, people)).toEqual({ kind: 'added', added: 0, known: 3 })
    // By the number of somebody who is in the course already.
    const known = { name: 'Another', email: 'new@x.org', number: 'n-student', role: 'student' } as const
    expect(await addSeats(acting, [known])).toMatchObject({ added: 0, known: 1 })
  })

  it('are all refused where one is of a role that is not theirs to give, or there are too many', async () => {
    const course = await makePeopled(store)
    const acting = { userId: course.teacher, courseId: course.courseId, now }
    const before = await listSeats(acting)
    const teacher = { name: 'T', email: 't@x.org', number: '', role: 'teacher' } as const
    expect(await addSeats(acting, [...people, teacher])).toEqual({ kind: 'refused', error: 'not yours to give' })
    const owner = { ...teacher, role: 'owner' } as const
    expect(await addSeats({ ...acting, userId: course.owner }, [owner])).toMatchObject({ error: 'not yours to give' })
    const many = Array.from({ length: mostMembers }, (_, index) => ({ ...people[0], email: null, number: `m${index}` }))
    expect(await addSeats(acting, many)).toEqual({ kind: 'refused', error: 'too many' })
    expect(await listSeats(acting)).toEqual(before)
  })

  it('are nobody’s to see or to add but theirs who manage its people', async () => {
    const course = await makePeopled(store)
    for (const userId of [course.assistant, course.student, course.observer, peopled.owner]) {
      expect(await listSeats({ userId, courseId: course.courseId })).toEqual([])
      expect(await addSeats({ userId, courseId: course.courseId, now }, people)).toMatchObject({
        error: 'no such course',
      })
    }
  })
})
