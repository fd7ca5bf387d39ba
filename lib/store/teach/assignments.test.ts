import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endOf } from '../../assessment/attempt'
import { presets } from '../../assessment/blueprint'
import { defaultAssignments } from '../../teach/assignment'
import { roles } from '../../teach/roles'
import { seedBank } from '../bank'
import { derivedBank } from '../derived-bank'
import { closeOverdue } from '../exam/close-overdue'
import { findExam } from '../exam/exam'
import { recordChange } from '../exam/record-change'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { findAssignment, listAssigned, listAssignments } from './assignment'
import { findLiveView } from './live-view'
import { makePapersAhead } from './papers'
import { addAccount, addMember, assign, openCourse } from './room.testing'
import { renewTerms } from './running-terms'
import { changeAssignment, makeAssignment, stepAssignment } from './save-assignment'
import { saveException } from './save-exception'
import { type NewTry, startTry } from './start-try'
import { supervise } from './supervise'

const now = new Date('2026-11-23T08:00:00.000Z')
const minute = 60_000
const later = (minutes: number) => new Date(now.getTime() + minutes * minute)
const at = (minutes: number) => later(minutes).getTime()
const bank = derivedBank()
const window = { opensAt: at(10), dueAt: null, closesAt: at(70) }
const small = { blueprint: { ...presets.midterm, questions: 4 } }

let store: TemporaryStore
let courseId: string

beforeEach(async () => {
  store = await openTemporaryStore()
  await seedBank(bank, now)
  courseId = await openCourse(store.database, now)
})
afterEach(() => store.close())

const ask = (assignmentId: string, change: Partial<NewTry> = {}) =>
  startTry({
    userId: 'ada',
    assignmentId,
    now: later(10),
    password: '',
    isHonoured: false,
    isFromNetwork: (networks) => networks.length === 0,
    ...change,
  })

async function start(assignmentId: string, change: Partial<NewTry> = {}): Promise<string> {
  const started = await ask(assignmentId, change)
  if (!('attemptId' in started)) throw new Error(JSON.stringify(started))
  return started.attemptId
}

const endOfTry = async (attemptId: string, when: Date, userId = 'ada') => {
  const exam = await findExam({ userId, attemptId, now: when })
  return exam && endOf(exam.attempt)
}

describe('an assignment', () => {
  test('is seen by staff before it is published, by students afterwards, and by nobody else', async () => {
    const making = { courseId, kind: 'exam', title: 'Closing', settings: defaultAssignments.exam, window, now } as const
    const made = await makeAssignment({ ...making, userId: 'teacher' })
    if (made.kind === 'refused') throw new Error(made.error)
    const key = { assignmentId: made.assignmentId, act: 'see course' } as const
    const seenBy = async () =>
      await Promise.all(
        ['teacher', 'ada', 'mallory'].map(async (userId) => [
          (await findAssignment({ ...key, userId })) !== undefined,
          (await listAssignments({ userId, courseId })).length,
        ]),
      )
    expect(await seenBy()).toEqual([
      [true, 1],
      [false, 0],
      [false, 0],
    ])
    expect(await stepAssignment({ userId: 'teacher', assignmentId: made.assignmentId }, 'published', now)).toBe(true)
    expect(await seenBy()).toEqual([
      [true, 1],
      [true, 1],
      [false, 0],
    ])
    expect((await listAssigned({ userId: 'ada', now })).map(({ id }) => id)).toEqual([made.assignmentId])
    expect(await listAssigned({ userId: 'ada', now: later(71) })).toEqual([])
    expect(await listAssigned({ userId: 'teacher', now })).toEqual([])
  })

  test('is made and changed by owner and teacher alone', async () => {
    const assignmentId = await assign(courseId, { window, now })
    const words = { title: 'Other', settings: defaultAssignments.exam, window }
    for (const role of roles) {
      const userId = await addAccount(store.database, `a ${role}`)
      await addMember(store.database, courseId, userId, role, now)
      const making = { courseId, kind: 'exam', userId, now, ...words } as const
      const may = role === 'owner' || role === 'teacher'
      expect([role, (await makeAssignment(making)).kind]).toEqual([role, may ? 'saved' : 'refused'])
      expect((await changeAssignment({ userId, assignmentId }, words, now)).kind).toBe(may ? 'saved' : 'refused')
      expect(await stepAssignment({ userId, assignmentId }, 'released', now)).toBe(may)
      expect((await saveException({ userId, assignmentId }, exception, now)) === 'saved').toBe(may)
    }
    expect((await changeAssignment({ userId: 'mallory', assignmentId }, words, now)).kind).toBe('refused')
  })

  test('changes nothing any more in an archived course', async () => {
    const assignmentId = await assign(courseId, { window, now })
    await store.database.prisma.course.update({ where: { id: courseId }, data: { archivedAt: now } })
    const words = { title: 'Other', settings: defaultAssignments.exam, window }
    const key = { userId: 'teacher', assignmentId }
    expect(await makeAssignment({ courseId, kind: 'exam', userId: 'teacher', now, ...words })).toMatchObject({
      error: 'no such course',
    })
    expect((await changeAssignment(key, words, now)).kind).toBe('refused')
    expect(await stepAssignment(key, 'released', now)).toBe(false)
    expect(await saveException(key, exception, now)).toBe('no such assignment')
    expect((await supervise(key, { kind: 'resumed' }, { studentId: null, now })).kind).toBe('refused')
    expect(await ask(assignmentId)).toMatchObject({ error: 'no such assignment' })
  })

  test('keeps in the record what it was before a change', async () => {
    const assignmentId = await assign(courseId, { window, now })
    await changeAssignment(
      { userId: 'teacher', assignmentId },
      { title: 'Second', settings: defaultAssignments.exam, window },
      now,
    )
    expect(await findAssignment({ userId: 'ada', assignmentId, act: 'take' })).toMatchObject({
      title: 'Second',
      version: 2,
    })
    const events = await store.database.prisma.courseEvent.findMany({ where: { act: 'assignment changed' } })
    expect(events.map(({ detail }) => JSON.parse(detail).was.title)).toEqual(['Closing'])
  })

  test('is hidden or deleted as long as no student has begun; a look by staff is no beginning', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: small })
    await start(assignmentId, { userId: 'teacher', now })
    const key = { userId: 'teacher', assignmentId }
    expect(await stepAssignment(key, 'hidden', now)).toBe(true)
    expect(await stepAssignment(key, 'published', now)).toBe(true)
    await start(assignmentId)
    expect(await stepAssignment(key, 'hidden', now)).toBe(false)
    expect(await stepAssignment(key, 'deleted', now)).toBe(false)
  })
})

const exception = { studentId: 'ada', opensAt: null, dueAt: null, closesAt: null, tries: 1, reason: 'ill' }

describe('papers made ahead', () => {
  test('lie ready a quarter of an hour before an exam opens, one for each student, and are what is asked', async () => {
    const assignmentId = await assign(courseId, { window: { ...window, opensAt: at(20) }, now, settings: small })
    expect(await makePapersAhead(later(4))).toBe(0)
    expect(await makePapersAhead(later(5))).toBe(2)
    expect(await makePapersAhead(later(6))).toBe(0)
    const [ready] = await store.database.prisma.examAttempt.findMany({
      where: { userId: 'ada' },
      include: { paper: true },
    })
    // Nobody sees a paper before it is begun.
    expect(await findExam({ userId: 'ada', attemptId: ready?.id ?? '', now: later(6) })).toBeUndefined()
    expect(await start(assignmentId, { now: later(20) })).toBe(ready?.id)
    const exam = await findExam({ userId: 'ada', attemptId: ready?.id ?? '', now: later(20) })
    expect(exam?.paper.map(({ item }) => item.id)).toEqual(ready?.paper.map(({ itemId }) => itemId))
    expect(exam?.attempt.startedAt).toBe(at(20))
  })

  test('are made anew where the assignment is changed, but for those that were begun', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: small })
    await makePapersAhead(now)
    const begun = await start(assignmentId)
    const settings = { ...defaultAssignments.exam, blueprint: { ...presets.midterm, questions: 6 } }
    await changeAssignment({ userId: 'teacher', assignmentId }, { title: 'Closing', settings, window }, later(11))
    expect(await makePapersAhead(later(11))).toBe(1)
    const sizes = await store.database.prisma.examAttempt.findMany({ orderBy: { questions: 'asc' } })
    expect(sizes.map(({ id, questions }) => [id === begun, questions])).toEqual([
      [true, 4],
      [false, 6],
    ])
  })

  test('are made for no homework, no draft and no course that is over', async () => {
    await assign(courseId, { kind: 'homework', window, now })
    const hidden = await assign(courseId, { window, now, settings: small })
    await stepAssignment({ userId: 'teacher', assignmentId: hidden }, 'hidden', now)
    expect(await makePapersAhead(now)).toBe(0)
  })
})

describe('what staff do while it runs', () => {
  test('reaches one student or all, and the record says who did it', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: { ...small, minutes: 30 } })
    const [ada, eve] = [await start(assignmentId), await start(assignmentId, { userId: 'eve' })]
    const key = { userId: 'teacher', assignmentId }
    const extended = { kind: 'extended', minutes: 10 } as const
    expect(await supervise(key, extended, { studentId: 'ada', now: later(20) })).toEqual({ kind: 'done', count: 1 })
    expect(await supervise(key, extended, { studentId: null, now: later(20) })).toEqual({ kind: 'done', count: 2 })
    expect(await endOfTry(ada, later(20))).toBe(at(60))
    expect(await endOfTry(eve, later(20), 'eve')).toBe(at(50))
    const events = await store.database.prisma.examEvent.findMany({ where: { kind: 'extended' } })
    expect(events.map(({ by }) => by)).toEqual(['teacher', 'teacher', 'teacher'])
    expect(await closeOverdue(later(50.1))).toBe(1)
  })

  test('stops the clock and lets it run, hands in and opens again', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: { ...small, minutes: 30 } })
    const attemptId = await start(assignmentId)
    const key = { userId: 'teacher', assignmentId }
    const all = (minutes: number) => ({ studentId: null, now: later(minutes) })
    const change = { kind: 'flag', id: crypto.randomUUID(), by: 'tab', position: 0, revision: 1, value: true } as const
    await supervise(key, { kind: 'paused', minutes: 60 }, all(12))
    expect(await supervise(key, { kind: 'paused', minutes: 60 }, all(13))).toEqual({ kind: 'done', count: 0 })
    const refused = await recordChange({ userId: 'ada', attemptId, now: later(14) }, change)
    expect(refused).toMatchObject({ kind: 'refused', error: 'paused' })
    await supervise(key, { kind: 'resumed' }, all(17))
    expect(await endOfTry(attemptId, later(17))).toBe(at(45))
    expect((await recordChange({ userId: 'ada', attemptId, now: later(18) }, change)).kind).toBe('recorded')
    await supervise(key, { kind: 'handed in' }, { studentId: 'ada', now: later(19) })
    expect(await findLiveView({ ...key, now: later(19) })).toMatchObject([
      { userId: 'ada', state: 'handed in', answered: 0 },
      { userId: 'eve', state: 'not started' },
    ])
    expect(await supervise(key, { kind: 'extended', minutes: 5 }, all(20))).toEqual({ kind: 'done', count: 0 })
    expect(await supervise(key, { kind: 'reopened', minutes: 40 }, all(20))).toEqual({ kind: 'done', count: 1 })
    expect(await endOfTry(attemptId, later(20))).toBe(at(60))
  })

  test('is done by who supervises in that course, and by nobody else', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: small })
    await start(assignmentId)
    for (const role of roles) {
      const userId = await addAccount(store.database, `a ${role}`)
      await addMember(store.database, courseId, userId, role, now)
      const may = ['owner', 'teacher', 'assistant'].includes(role)
      const done = await supervise(
        { userId, assignmentId },
        { kind: 'extended', minutes: 1 },
        { studentId: null, now: later(11) },
      )
      expect([role, done.kind]).toEqual([role, may ? 'done' : 'refused'])
      expect((await findLiveView({ userId, assignmentId, now: later(11) })) !== undefined).toBe(may)
    }
    expect(await findLiveView({ userId: 'mallory', assignmentId, now })).toBeUndefined()
  })

  test('does not touch the try of who is no student of the course', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: small })
    await start(assignmentId, { userId: 'teacher' })
    const key = { userId: 'teacher', assignmentId }
    expect(await supervise(key, { kind: 'handed in' }, { studentId: 'teacher', now: later(11) })).toMatchObject({
      count: 0,
    })
    expect(await saveException(key, { ...exception, studentId: 'mallory' }, now)).toBe('no such student')
  })
})

describe('what is granted', () => {
  test('holds from the start, reaches who runs when it is changed, and goes past the close of the window', async () => {
    await store.database.prisma.member.updateMany({ where: { userId: 'ada' }, data: { factor: 1.5, extraMinutes: 10 } })
    const assignmentId = await assign(courseId, {
      window: { ...window, closesAt: at(40) },
      now,
      settings: { ...small, minutes: 30 },
    })
    const attemptId = await start(assignmentId)
    expect(await endOfTry(attemptId, later(11))).toBe(at(10 + 45 + 10))
    await store.database.prisma.member.updateMany({ where: { userId: 'ada' }, data: { factor: 2 } })
    const renew = () =>
      store.database.writeNow((prepare) =>
        renewTerms(prepare, { courseId, studentId: 'ada', by: 'teacher', now: later(12) }),
      )
    await renew()
    expect(await endOfTry(attemptId, later(12))).toBe(at(10 + 60 + 10))
    await renew()
    expect(await store.database.prisma.examEvent.count({ where: { kind: 'terms' } })).toBe(1)
    await saveException({ userId: 'teacher', assignmentId }, { ...exception, closesAt: at(200) }, later(13))
    expect(await endOfTry(attemptId, later(13))).toBe(at(80))
  })

  test('lets somebody in whose window is another', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: small })
    await saveException({ userId: 'teacher', assignmentId }, { ...exception, opensAt: at(1), closesAt: at(300) }, now)
    expect(await ask(assignmentId, { now: later(2) })).toMatchObject({ kind: 'started' })
    expect(await ask(assignmentId, { userId: 'eve', now: later(2) })).toMatchObject({ error: 'not open' })
    expect((await listAssigned({ userId: 'ada', now: later(100) })).length).toBe(1)
    expect((await listAssigned({ userId: 'eve', now: later(100) })).length).toBe(0)
  })

  test('a window that is changed reaches who runs', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: { ...small, minutes: null } })
    const attemptId = await start(assignmentId)
    expect(await endOfTry(attemptId, later(11))).toBe(at(70))
    const settings = { ...defaultAssignments.exam, ...small, minutes: null }
    const other = { ...window, closesAt: at(90) }
    await changeAssignment(
      { userId: 'teacher', assignmentId },
      { title: 'Closing', settings, window: other },
      later(12),
    )
    expect(await endOfTry(attemptId, later(12))).toBe(at(90))
  })
})
