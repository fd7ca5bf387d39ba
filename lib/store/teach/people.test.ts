import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { defaultAssignments } from '../../teach/assignment'
import { type QuestionDraft, writeAuthored } from '../../teach/authored'
import { wallTimeOf } from '../../teach/local-time'
import { roles } from '../../teach/roles'
import { deleteUser, findOwnedCourses } from '../delete-user'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { findAssignment, listAssignments } from './assignment'
import { archiveCourse, changeCourse, takeFromArchive } from './change-course'
import { changeName, changeRole, grant, handOver, leaveCourse, readmit, removeMember } from './change-member'
import { copyCourse } from './copy-course'
import { findCourse, listCourses, makeCourse } from './course'
import { addAccount, makePeopled, now, type Peopled } from './course.testing'
import { openDoor } from './door'
import { joinByToken } from './join'
import { courseTables } from './owned-courses'
import { countPeople, findMember, listGone, listPeople, listTeachers } from './people'
import { checkPool } from './pool'
import { listQuestions } from './questions'
import { makeAssignment, stepAssignment } from './save-assignment'
import { addSeats, dropSeat, findKnown, listSeats, noteSent } from './seats'
import { writeQuestion } from './write-question'

let store: TemporaryStore
let course: Peopled
let other: Peopled

beforeAll(async () => {
  store = await openTemporaryStore()
  other = await makePeopled(store)
})
afterAll(() => store.close())
beforeEach(async () => {
  course = await makePeopled(store)
})

const acting = (userId: string) => ({ userId, courseId: course.courseId, now })
const on = (userId: string, memberId: string) => ({ ...acting(userId), memberId })
const noCourse = { kind: 'refused', error: 'no such course' }
const settings = { name: 'Networks 2', term: 'Spring', names: 'pseudonym' } as const
const proseDraft: QuestionDraft = {
  ...{
    kind: 'prose',
    title: 'Why does it wait?',
    points: 2,
    topic: 'open',
    level: 1,
    text: '',
    key: 0,
    claim: '',
    why: '',
  },
  options: ['So that old segments die', 'For speed'],
}
const person = { name: 'P', email: 'p@x.org', number: '', role: 'student' } as const

/** Every way of changing something of a course, each by whom it takes. */
const writes = [
  ['openDoor', ['owner', 'teacher'], (userId) => openDoor(acting(userId))],
  ['changeRole', ['owner', 'teacher'], (userId) => changeRole(on(userId, course.student), 'assistant')],
  ['changeName', ['owner', 'teacher'], (userId) => changeName(on(userId, course.student), { name: 'N', number: '' })],
  [
    'grant',
    ['owner', 'teacher'],
    (userId) => grant(on(userId, course.student), { factor: 2, extraMinutes: 0, breakMinutes: 0 }),
  ],
  ['removeMember', ['owner', 'teacher'], (userId) => removeMember(on(userId, course.student))],
  ['readmit', ['owner', 'teacher'], (userId) => readmit(on(userId, course.student))],
  ['addSeats', ['owner', 'teacher'], (userId) => addSeats(acting(userId), [person])],
  ['dropSeat', ['owner', 'teacher'], (userId) => dropSeat(acting(userId), 'none')],
  ['noteSent', ['owner', 'teacher'], (userId) => noteSent(acting(userId), 'none')],
  ['changeCourse', ['owner'], (userId) => changeCourse(acting(userId), settings)],
  ['archiveCourse', ['owner'], (userId) => archiveCourse(acting(userId))],
] as const satisfies readonly (readonly [
  string,
  readonly string[],
  (userId: string) => Promise<{ readonly kind: string }>,
])[]

describe.each(writes)('%s', (_name, allowed, write) => {
  it('is for its roles alone, and finds no course for anybody else', async () => {
    const may: readonly string[] = allowed
    const strangers = [...Object.entries(other).filter(([role]) => role !== 'courseId'), ['nobody', 'nobody']] as const
    for (const role of roles) if (!may.includes(role)) expect(await write(course[role]), role).toEqual(noCourse)
    for (const [role, userId] of strangers) expect(await write(userId), `${role} elsewhere`).toEqual(noCourse)
    for (const role of roles.filter((one) => may.includes(one)).toReversed())
      expect(await write(course[role]), role).not.toEqual(noCourse)
  })

  it('is not for who has left', async () => {
    await leaveCourse(acting(course.teacher))
    expect(await write(course.teacher)).toEqual(noCourse)
  })

  it('changes nothing in the archive', async () => {
    await archiveCourse(acting(course.owner))
    for (const role of roles) expect(await write(course[role])).toEqual(noCourse)
  })
})

const reads = [
  ['listPeople', ['owner', 'teacher', 'assistant', 'observer'], (userId) => listPeople(acting(userId))],
  ['listSeats', ['owner', 'teacher'], (userId) => listSeats(acting(userId))],
  ['listTeachers', roles, (userId) => listTeachers(acting(userId))],
  [
    'countPeople',
    ['owner', 'teacher', 'assistant', 'observer'],
    async (userId) => Object.keys(await countPeople(acting(userId))),
  ],
  [
    'findMember',
    ['owner', 'teacher'],
    async (userId) => [await findMember(on(userId, course.student))].filter(Boolean),
  ],
  [
    'findKnown',
    ['owner', 'teacher'],
    async (userId) => [...(await findKnown(acting(userId), [{ ...person, email: 'student@x.org' }]))],
  ],
] as const satisfies readonly (readonly [string, readonly string[], (userId: string) => Promise<readonly unknown[]>])[]

test.each(reads)('%s gives nothing but to its roles', async (_name, allowed, read) => {
  const may: readonly string[] = allowed
  for (const role of roles) {
    expect((await read(course[role])).length > 0, role).toBe(may.includes(role))
    expect(await read(other[role])).toEqual([])
  }
})

describe('people', () => {
  it('are shown to an observer without numbers and grants, and as pseudonyms where the course wants them', async () => {
    const seen = await listPeople(acting(course.observer))
    expect(seen).toContainEqual({ kind: 'seen', name: 'Real student', role: 'student' })
    expect(JSON.stringify(seen)).not.toContain('n-student')
    await changeCourse(acting(course.owner), settings)
    const { pseudonym } = (await findMember(on(course.owner, course.student))) ?? {}
    const hidden = await listPeople(acting(course.observer))
    expect(hidden).toContainEqual({ kind: 'hidden', pseudonym, role: 'student' })
    expect(JSON.stringify(hidden)).not.toContain('Real student')
    expect(hidden).toContainEqual({ kind: 'seen', name: 'Real teacher', role: 'teacher' })
    const named = await listPeople(acting(course.assistant))
    expect(named).toContainEqual(expect.objectContaining({ kind: 'named', name: 'Real student', number: 'n-student' }))
  })

  it('who have gone are listed apart, and those of the course without them', async () => {
    await removeMember(on(course.owner, course.student))
    expect((await listPeople(acting(course.owner))).length).toBe(4)
    expect(await listGone(acting(course.owner))).toMatchObject([{ userId: course.student, removed: true }])
    expect(await listGone(acting(course.assistant))).toEqual([])
  })
})

describe('changing people', () => {
  it('keeps to who may give which role', async () => {
    expect(await changeRole(on(course.teacher, course.student), 'teacher')).toMatchObject({
      error: 'not yours to change',
    })
    expect(await changeRole(on(course.owner, course.student), 'teacher')).toEqual({ kind: 'changed' })
    expect(await changeRole(on(course.owner, course.owner), 'student')).toMatchObject({ error: 'not yours to change' })
    expect(await removeMember(on(course.teacher, course.owner))).toMatchObject({ error: 'not yours to change' })
    expect(await removeMember(on(course.owner, course.owner))).toMatchObject({ error: 'not yours to change' })
    expect(await changeName(on(course.teacher, course.owner), { name: 'X', number: '' })).toMatchObject({
      kind: 'refused',
    })
    expect(await changeName(on(course.teacher, course.teacher), { name: 'X', number: '' })).toEqual({ kind: 'changed' })
    expect(await changeRole(on(course.owner, other.student), 'assistant')).toMatchObject({ error: 'no such member' })
  })

  it('notes what was granted and by whom', async () => {
    const granted = { factor: 1.25, extraMinutes: 10, breakMinutes: 15 }
    expect(await grant(on(course.teacher, course.student), granted)).toEqual({ kind: 'changed' })
    expect(await findMember(on(course.owner, course.student))).toMatchObject(granted)
    const events = await store.database.prisma.courseEvent.findMany({
      where: { courseId: course.courseId, act: 'granted' },
    })
    expect(events.map(({ by, detail }) => [by, JSON.parse(detail)])).toEqual([
      [course.teacher, { member: course.student, ...granted }],
    ])
  })

  it('hands the course over to who teaches in it, also from the archive, and leaves one owner', async () => {
    expect(await handOver(on(course.teacher, course.teacher))).toEqual(noCourse)
    expect(await handOver(on(course.owner, course.student))).toMatchObject({ error: 'not yours to change' })
    expect(await leaveCourse(acting(course.owner))).toMatchObject({ error: 'not yours to change' })
    await archiveCourse(acting(course.owner))
    expect(await handOver(on(course.owner, course.teacher))).toEqual({ kind: 'changed' })
    const people = await listPeople(acting(course.owner))
    expect(people.slice(0, 2)).toMatchObject([
      { role: 'owner', userId: course.teacher },
      { role: 'teacher', userId: course.owner },
    ])
    expect(await leaveCourse(acting(course.owner))).toEqual({ kind: 'changed' })
    expect(await leaveCourse(acting(course.owner))).toEqual(noCourse)
  })
})

describe('the archive', () => {
  it('shuts the door, leaves the course to be read, and gives it back to its owner', async () => {
    await openDoor(acting(course.owner))
    await archiveCourse(acting(course.owner))
    const found = await findCourse({ ...acting(course.student), act: 'see course' })
    expect(found).toMatchObject({ joinCode: null, joinToken: null, archivedAt: now })
    expect(await takeFromArchive(acting(course.teacher))).toEqual(noCourse)
    expect(await takeFromArchive(acting(course.owner))).toEqual({ kind: 'changed' })
    expect(await findCourse({ ...acting(course.teacher), act: 'manage people' })).toMatchObject({ archivedAt: null })
  })
})

const sameDates = { weeksLater: 0, timeZone: 'UTC' }

describe('a copy for the next term', () => {
  it('has the settings and the staff chosen, and neither students nor seats nor an open door', async () => {
    await changeCourse(acting(course.owner), settings)
    await openDoor(acting(course.owner))
    await archiveCourse(acting(course.owner))
    const copying = { name: 'Networks', term: 'Next', staffIds: [course.teacher, course.student], ...sameDates }
    expect(await copyCourse(acting(course.teacher), copying)).toEqual(noCourse)
    const copied = await copyCourse(acting(course.owner), copying)
    if (copied.kind !== 'copied') throw new Error(copied.error)
    const { courseId } = copied
    const asking = { userId: course.owner, courseId }
    expect(await findCourse({ ...asking, act: 'manage course' })).toMatchObject({
      name: 'Networks',
      term: 'Next',
      names: 'pseudonym',
      joinCode: null,
      archivedAt: null,
    })
    expect(await listPeople(asking)).toMatchObject([
      { role: 'owner', name: 'Olga Owner' },
      { role: 'teacher', name: 'Real teacher' },
    ])
    expect(await listSeats(asking)).toEqual([])
  })

  it('has the questions of the course, and its assignments as drafts that ask them', async () => {
    const made = writeAuthored(proseDraft)
    if (made.kind !== 'written') throw new Error(made.kind)
    const { authored, verdict } = made
    const written = await writeQuestion({
      ...acting(course.owner),
      ...{ questionId: null, title: 'T', authored, verdict },
    })
    if (written.kind === 'refused') throw new Error(written.error)
    const questions = [{ questionId: written.questionId, points: 2 }]
    const assigned = await makeAssignment({
      ...{ ...acting(course.owner), kind: 'homework', title: 'Week 1' },
      settings: { ...defaultAssignments.homework, blueprint: null, questions },
      window: { opensAt: now.getTime(), dueAt: null, closesAt: null },
    })
    if (assigned.kind === 'refused') throw new Error(assigned.error)
    await stepAssignment({ userId: course.owner, assignmentId: assigned.assignmentId }, 'published', now)
    const copied = await copyCourse(acting(course.owner), {
      ...{ name: 'Networks', term: 'Next', staffIds: [] },
      ...{ weeksLater: 26, timeZone: 'Europe/Berlin' },
    })
    if (copied.kind !== 'copied') throw new Error(copied.error)
    const asking = { userId: course.owner, courseId: copied.courseId }
    const [question] = await listQuestions(asking)
    expect(question).toMatchObject({ title: 'T', number: 1, verdict, author: 'Olga Owner', authored })
    expect(question?.questionId).not.toBe(written.questionId)
    const [draft] = await listAssignments(asking)
    expect(draft).toMatchObject({ title: 'Week 1', publishedAt: null })
    const found = await findAssignment({ userId: course.owner, assignmentId: draft?.id ?? '', act: 'edit assignments' })
    expect(found?.settings.questions).toEqual([{ questionId: question?.questionId, points: 2 }])
    // Half a year later at the same time of the day, though clocks have moved.
    const opensAt = found?.opensAt?.getTime() ?? 0
    const wall = (at: number) => wallTimeOf(at, 'Europe/Berlin').slice(11)
    expect(wall(opensAt)).toBe(wall(now.getTime()))
    expect(Math.round((opensAt - now.getTime()) / 86_400_000)).toBe(182)
    expect((await checkPool(copied.courseId, found?.settings ?? defaultAssignments.homework)).trouble).toBeNull()
  })
})

describe('who goes', () => {
  it('can’t while others are in a course that is theirs, and can once it is handed over', async () => {
    const shared = { kind: 'refused', error: 'owns courses', courses: [{ id: course.courseId, name: 'Networks' }] }
    expect(await findOwnedCourses(course.owner)).toEqual({ shared: shared.courses, lonely: 0 })
    expect(await deleteUser(course.owner)).toEqual(shared)
    expect(await listCourses(course.owner)).toHaveLength(1)
    await handOver(on(course.owner, course.teacher))
    expect(await deleteUser(course.owner)).toEqual({ kind: 'deleted' })
    expect(await listPeople(acting(course.teacher))).toHaveLength(4)
  })

  it('takes a course along in which nobody else is any more', async () => {
    for (const role of ['teacher', 'assistant', 'student', 'observer'] as const) await leaveCourse(acting(course[role]))
    expect(await findOwnedCourses(course.owner)).toEqual({ shared: [], lonely: 1 })
    expect(await deleteUser(course.owner)).toEqual({ kind: 'deleted' })
    const { prisma } = store.database
    expect(await prisma.course.count({ where: { id: course.courseId } })).toBe(0)
    expect(await prisma.courseEvent.count({ where: { courseId: course.courseId } })).toBe(0)
    expect(await prisma.user.count({ where: { id: course.teacher } })).toBe(1)
  })

  it('takes along every table of a course, for each that refers to one is listed', () => {
    const listed = courseTables.map(({ table }): string => table)
    const names = z.array(z.string())
    const tables = names.parse(store.database.read(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all())
    const parentsOf = (table: string) =>
      names.parse(store.database.read(`SELECT "table" FROM pragma_foreign_key_list('${table}')`).pluck().all())
    // An attempt is its sitter's, and stays.
    const referring = tables.filter(
      (table) => table !== 'ExamAttempt' && parentsOf(table).some((parent) => ['Course', ...listed].includes(parent)),
    )
    expect(referring.toSorted()).toEqual(listed.toSorted())
  })

  it('takes along a course with assignments, questions and all that hangs on them', async () => {
    const { prisma } = store.database
    const { courseId, owner } = course
    await store.database.writeNow((prepare) => {
      // Whatever the other columns of a table are, a row of it must not keep the course.
      for (const table of ['Assignment', 'Question', 'LiveQuestion']) {
        const columns = z
          .array(z.object({ name: z.string(), type: z.string(), notnull: z.number(), dflt_value: z.unknown() }))
          .parse(prepare(`SELECT name, type, "notnull", dflt_value FROM pragma_table_info('${table}')`).all())
          .filter(({ notnull, dflt_value }) => notnull === 1 && dflt_value === null)
        const values = columns.map(({ name, type }) =>
          name === 'courseId'
            ? `'${courseId}'`
            : type === 'DATETIME'
              ? `'${now.toISOString()}'`
              : type === 'TEXT'
                ? `'${name} of ${courseId}'`
                : '1',
        )
        prepare(
          `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join()}) VALUES (${values.join()})`,
        ).run()
      }
    })
    for (const role of ['teacher', 'assistant', 'student', 'observer'] as const) await leaveCourse(acting(course[role]))
    expect(await deleteUser(owner)).toEqual({ kind: 'deleted' })
    expect(await prisma.assignment.count({ where: { courseId } })).toBe(0)
    expect(await prisma.course.count({ where: { id: courseId } })).toBe(0)
  })

  it('leaves a course of others without themselves', async () => {
    expect(await deleteUser(course.student)).toEqual({ kind: 'deleted' })
    expect(await listPeople(acting(course.owner))).toHaveLength(4)
  })
})

test('pseudonyms are unique in a course and stay with their person', async () => {
  await openDoor(acting(course.owner))
  const { joinToken } = (await findCourse({ ...acting(course.owner), act: 'manage people' })) ?? {}
  for (let index = 0; index < 40; index += 1)
    await joinByToken({ userId: await addAccount(store), token: joinToken ?? '', name: 'S', now })
  const people = await store.database.prisma.member.findMany({ where: { courseId: course.courseId } })
  expect(new Set(people.map(({ pseudonym }) => pseudonym)).size).toBe(people.length)
  expect(people.every(({ pseudonym }) => /^\d{3}$/.test(pseudonym))).toBe(true)
})

test('no more courses are made or copied than somebody can own', async () => {
  const userId = await addAccount(store)
  const make = () => makeCourse({ userId, ownerName: 'O', name: 'C', term: '', now })
  const made = await Promise.all(Array.from({ length: 201 }, make))
  expect(made.filter(({ kind }) => kind === 'made')).toHaveLength(200)
  const [first] = await listCourses(userId)
  const copy = { name: 'D', term: '', staffIds: [], ...sameDates }
  expect(await copyCourse({ userId, courseId: first?.id ?? '', now }, copy)).toEqual({
    kind: 'refused',
    error: 'too many',
  })
})
