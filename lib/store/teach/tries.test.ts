import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { presets } from '../../assessment/blueprint'
import { seedBank } from '../bank'
import { derivedBank } from '../derived-bank'
import { findExam } from '../exam/exam'
import { listExamItems } from '../exam/exam-items'
import { handIn } from '../exam/hand-in'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { findLiveView } from './live-view'
import { listMyTries } from './my-tries'
import { addAccount, addMember, assign, openCourse } from './room.testing'
import { saveException } from './save-exception'
import { type NewTry, startTry } from './start-try'

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

const exception = { studentId: 'ada', opensAt: null, dueAt: null, closesAt: null, tries: 1, reason: 'ill' }

describe('a try', () => {
  test('begins in its window alone, and once however often it is asked', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: small })
    expect(await ask(assignmentId, { now: later(9.99) })).toEqual({ kind: 'refused', error: 'not open' })
    expect(await ask(assignmentId, { now: later(70) })).toEqual({ kind: 'refused', error: 'closed' })
    const asked = await Promise.all(Array.from({ length: 50 }, () => ask(assignmentId)))
    expect(asked.map(({ kind }) => kind).sort()).toEqual([...Array(49).fill('already'), 'started'])
    expect(new Set(asked.map((one) => 'attemptId' in one && one.attemptId)).size).toBe(1)
    expect(await store.database.prisma.examAttempt.count()).toBe(1)
    expect(await ask(assignmentId, { userId: 'mallory' })).toEqual({ kind: 'refused', error: 'no such assignment' })
  })

  test('asks for the password, the promise and the network that the assignment wants', async () => {
    const settings = { ...small, password: 'seq', honour: 'Alone.', networks: ['192.0.2.0/24'] }
    const assignmentId = await assign(courseId, { window, now, settings })
    const near = { isFromNetwork: () => true }
    expect(await ask(assignmentId)).toMatchObject({ error: 'network' })
    expect(await ask(assignmentId, near)).toMatchObject({ error: 'password' })
    expect(await ask(assignmentId, { ...near, password: 'seq' })).toMatchObject({ error: 'honour' })
    expect(await ask(assignmentId, { ...near, password: 'seq', isHonoured: true })).toMatchObject({ kind: 'started' })
  })

  test('looks at no password for a while after five wrong ones of a student, and at none that day after thirty', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: { ...small, password: 'seq' } })
    const type = async (password: string, when: Date, userId = 'ada') => {
      const asked = await ask(assignmentId, { password, now: when, userId })
      return asked.kind === 'refused' ? asked.error : asked.kind
    }
    for (let time = 0; time < 5; time++) expect(await type('wrong', later(10))).toBe('password')
    // Not even a right one: whoever guesses is not told.
    for (const password of ['wrong', 'seq']) expect(await type(password, later(10))).toBe('password wait')
    expect(await type('seq', later(10), 'eve')).toBe('started')
    // What was not looked at is not counted.
    for (let minutes = 12; minutes < 22; minutes += 2)
      for (let time = 0; time < 5; time++) expect(await type('wrong', later(minutes))).toBe('password')
    expect(await type('seq', later(30))).toBe('password tomorrow')
    const other = await assign(courseId, { window, now, settings: { ...small, password: 'seq' } })
    expect(await ask(other, { password: 'seq', now: later(30) })).toMatchObject({ kind: 'started' })
  })

  test('lets no burst of guesses in, however many come at once', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: { ...small, password: 'seq' } })
    const guesses = Array.from({ length: 40 }, (_, index) => (index === 39 ? 'seq' : `guess ${index}`))
    const asked = await Promise.all(guesses.map((password) => ask(assignmentId, { password })))
    expect(asked.filter((one) => one.kind === 'refused' && one.error === 'password')).toHaveLength(5)
    expect(asked.some(({ kind }) => kind === 'started')).toBe(false)
  })

  test('comes again as often as is allowed, with other items, and once more by an exception', async () => {
    const settings = { ...small, tries: 2 }
    const assignmentId = await assign(courseId, { kind: 'homework', window, now, settings })
    const first = await start(assignmentId)
    await handIn({ userId: 'ada', attemptId: first, now: later(11) }, crypto.randomUUID())
    const second = await start(assignmentId, { now: later(12) })
    await handIn({ userId: 'ada', attemptId: second, now: later(13) }, crypto.randomUUID())
    expect(await ask(assignmentId, { now: later(14) })).toMatchObject({ error: 'no tries left' })
    await saveException({ userId: 'teacher', assignmentId }, exception, later(14))
    await start(assignmentId, { now: later(15) })
    const tries = await listMyTries({ userId: 'ada', assignmentId, now: later(15) })
    expect(tries.map(({ number }) => number)).toEqual([1, 2, 3])
    const items = tries.flatMap(({ paper }) => paper.map(({ item }) => item.id))
    expect(new Set(items).size).toBe(items.length)
  })

  test('of somebody who looked at the paper as staff is their first, when they are a student', async () => {
    const assignmentId = await assign(courseId, { kind: 'homework', window, now, settings: { ...small, tries: 1 } })
    await addAccount(store.database, 'helper')
    await addMember(store.database, courseId, 'helper', 'assistant', now)
    const look = await start(assignmentId, { userId: 'helper', now })
    expect(await ask(assignmentId, { userId: 'helper', now: later(1) })).toEqual({ kind: 'already', attemptId: look })
    const become = (role: string) =>
      store.database.prisma.member.updateMany({ where: { userId: 'helper' }, data: { role } })
    await become('student')
    const states = async () =>
      (await findLiveView({ userId: 'teacher', assignmentId, now: later(10) }))?.map((one) => one.state)
    expect(await states()).toEqual(['not started', 'not started', 'not started'])
    const first = await start(assignmentId, { userId: 'helper' })
    expect(first).not.toBe(look)
    const tries = async () => await listMyTries({ userId: 'helper', assignmentId, now: later(11) })
    expect((await tries()).map(({ id, number }) => [id, number])).toEqual([[first, 1]])
    await handIn({ userId: 'helper', attemptId: first, now: later(11) }, crypto.randomUUID())
    expect(await ask(assignmentId, { userId: 'helper', now: later(12) })).toMatchObject({ error: 'no tries left' })
    await become('assistant')
    expect(await ask(assignmentId, { userId: 'helper', now: later(12) })).toEqual({ kind: 'already', attemptId: look })
  })

  test('that is the last one is begun once of 50 times at once, and no other afterwards', async () => {
    const settings = { ...small, tries: 2 }
    const assignmentId = await assign(courseId, { kind: 'homework', window, now, settings })
    const askAtOnce = (minutes: number) =>
      Promise.all(Array.from({ length: 50 }, () => ask(assignmentId, { now: later(minutes) })))
    const handInAt = (attemptId: string, minutes: number) =>
      handIn({ userId: 'ada', attemptId, now: later(minutes) }, crypto.randomUUID())
    await handInAt(await start(assignmentId), 11)
    const asked = await askAtOnce(12)
    expect(asked.map(({ kind }) => kind).sort()).toEqual([...Array(49).fill('already'), 'started'])
    const second = asked.find(({ kind }) => kind === 'started')
    await handInAt(second && 'attemptId' in second ? second.attemptId : '', 13)
    expect(new Set((await askAtOnce(14)).map((one) => one.kind === 'refused' && one.error))).toEqual(
      new Set(['no tries left']),
    )
    expect(await store.database.prisma.examAttempt.count({ where: { userId: 'ada' } })).toBe(2)
  })

  test('of staff is a look at the paper, at any time', async () => {
    const assignmentId = await assign(courseId, { window, now, settings: { ...small, password: 'x' } })
    expect(await ask(assignmentId, { userId: 'teacher', now })).toMatchObject({ kind: 'started' })
    expect((await findLiveView({ userId: 'teacher', assignmentId, now }))?.map(({ state }) => state)).toEqual([
      'not started',
      'not started',
    ])
  })

  test('asks the picked questions of everybody, and others besides', async () => {
    const items = await listExamItems()
    const picked = items.slice(0, 2).map(({ id }) => ({ itemId: id, points: 3 }))
    const settings = { ...small, picked, isShuffled: false }
    const assignmentId = await assign(courseId, { window, now, settings })
    const papers = await Promise.all(
      ['ada', 'eve'].map(async (userId) => {
        const exam = await findExam({ userId, attemptId: await start(assignmentId, { userId }), now: later(11) })
        return exam?.paper ?? []
      }),
    )
    for (const paper of papers) {
      expect(paper.slice(0, 2).map(({ item: { id: itemId }, points }) => ({ itemId, points }))).toEqual(picked)
      expect(paper.length).toBe(6)
      expect(new Set(paper.map(({ factId }) => factId)).size).toBe(6)
    }
    expect(papers[0]?.slice(2)).not.toEqual(papers[1]?.slice(2))
    expect(new Set(papers.flat().map(({ seed }) => seed))).toEqual(new Set([1]))
    const gone = { ...settings, picked: [{ itemId: 'gone', points: 1 }] }
    expect(await ask(await assign(courseId, { window, now, settings: gone }))).toEqual({
      kind: 'missing',
      itemId: 'gone',
    })
  })
})
