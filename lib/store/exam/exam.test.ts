import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Change, endOf, graceMs } from '../../assessment/attempt'
import { type Blueprint, presets } from '../../assessment/blueprint'
import { findSoundBody } from '../../items/mark'
import { seedBank } from '../bank'
import { derivedBank } from '../derived-bank'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { closeOverdue } from './close-overdue'
import { findExam, findFrozenQuestion, listExams } from './exam'
import { handIn } from './hand-in'
import { recordChange } from './record-change'
import { startExam } from './start-exam'

let store: TemporaryStore
let attemptId: string

const now = new Date('2026-11-23T08:00:00.000Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const blueprint: Blueprint = { ...presets.midterm, questions: 8, minutes: 1 }
const end = later(60_000)
const bank = derivedBank()

beforeEach(async () => {
  store = await openTemporaryStore()
  await seedBank(bank, now)
  await addUser(store.database, 'ada')
  await addUser(store.database, 'eve')
  attemptId = await start('ada')
})
afterEach(() => store.close())

async function start(userId: string, at = now, seed = 1) {
  const started = await startExam({ prediction: null, userId, blueprint, seed, now: at })
  if (!('attemptId' in started)) throw new Error(started.kind)
  return started.attemptId
}

const key = (at = later(1000), userId = 'ada') => ({ userId, attemptId, now: at })

type Draft = Extract<Change, { kind: 'draft' }>

const draft = (position: number, revision: number, text: string): Draft => ({
  kind: 'draft',
  id: randomUUID(),
  by: 'tab',
  position,
  revision,
  value: { text },
})

const find = async (at = later(1000)) => {
  const exam = await findExam(key(at))
  if (exam === undefined) throw new Error('No exam')
  return exam
}

const textAt = async (position: number, at?: Date) => (await find(at)).attempt.drafts.get(position)?.value

/** Everything in the tables of the exam. */
const tables = () =>
  JSON.stringify(
    ['ExamAttempt', 'ExamQuestion', 'ExamEvent'].map((table) => store.database.read(`SELECT * FROM "${table}"`).all()),
  )

describe('startExam', () => {
  test('freezes a paper of sound items with their versions, bodies and seeds', async () => {
    const { paper, attempt, blueprint: kept } = await find()
    expect(paper.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(paper.every(({ item }) => findSoundBody(item) !== null)).toBe(true)
    expect(new Set(paper.map(({ factId }) => factId)).size).toBe(8)
    expect(kept).toEqual(blueprint)
    expect([attempt.startedAt, endOf(attempt)]).toEqual([now.getTime(), end.getTime()])
  })

  test('leaves the frozen paper as it was when the bank changes', async () => {
    const before = await find()
    const [first] = before.paper
    const items = bank.items.map((item) => (item.id === first?.item.id ? { ...item, body: { kind: 'other' } } : item))
    await seedBank({ ...bank, items, fingerprint: 'other' }, later(500))
    expect((await find()).paper).toEqual(before.paper)
  })

  test('draws no item that the machine does not agree with', async () => {
    const items = bank.items.map((item) =>
      item.id.startsWith('next-state')
        ? { ...item, body: { ...(item.body as object), options: ['state:CLOSED', 'state:LISTEN'] } }
        : item,
    )
    await seedBank({ ...bank, items, fingerprint: 'broken' }, later(500))
    for (const [n, userId] of ['u1', 'u2', 'u3'].entries()) {
      await addUser(store.database, userId)
      const started = await startExam({ prediction: null, userId, blueprint, seed: n, now })
      const exam = 'attemptId' in started ? await findExam({ userId, attemptId: started.attemptId, now }) : undefined
      expect(exam?.paper.map(({ item }) => findSoundBody(item)).includes(null)).toBe(false)
    }
  })

  test('makes one attempt of 50 starts at once, and gives it to all of them', async () => {
    const seeds = Array.from({ length: 50 }, (_, seed) => seed)
    const started = await Promise.all(
      seeds.map((seed) => startExam({ prediction: null, userId: 'eve', blueprint, seed, now })),
    )
    expect(new Set(started.map((one) => 'attemptId' in one && one.attemptId)).size).toBe(1)
    expect(started.map(({ kind }) => kind).sort()).toEqual([...Array(49).fill('already'), 'started'])
    expect(await store.database.prisma.examAttempt.count({ where: { userId: 'eve' } })).toBe(1)
  })

  test('starts another once the first is over, and closes that', async () => {
    const second = await start('ada', later(60_000 + graceMs + 1))
    expect(second).not.toBe(attemptId)
    expect((await find()).attempt.finished).toEqual({ how: 'time', at: end.getTime() })
  })

  test('takes other items than the newest papers had', async () => {
    await handIn(key(), randomUUID())
    const second = await start('ada', later(2000))
    const exam = await findExam({ userId: 'ada', attemptId: second, now: later(2000) })
    const before = new Set((await find()).paper.map(({ item }) => item.id))
    expect(exam?.paper.filter(({ item }) => before.has(item.id)).length).toBeLessThan(3)
  })

  test('refuses a blueprint that the bank cannot fill, and writes nothing', async () => {
    const before = tables()
    const levels = { 1: 1, 2: 0, 3: 0 }
    const topics = Object.fromEntries(
      Object.keys(blueprint.topics).map((topic) => [topic, Number(topic === 'established')]),
    )
    const short = { ...blueprint, questions: 30, levels, topics: topics as Blueprint['topics'] }
    expect(await startExam({ prediction: null, userId: 'eve', blueprint: short, seed: 1, now })).toMatchObject({
      kind: 'short',
      topic: 'established',
      level: 1,
      wanted: 30,
    })
    expect(tables()).toBe(before)
  })
})

describe('recordChange', () => {
  test('keeps what was acknowledged, and the same id changes nothing', async () => {
    const change = draft(0, 1, 'LISTEN')
    expect((await recordChange(key(), change)).kind).toBe('recorded')
    const before = tables()
    expect((await recordChange(key(later(2000)), { ...change, value: { text: 'other' } })).kind).toBe('recorded')
    expect(tables()).toBe(before)
    expect(await textAt(0)).toEqual({ text: 'LISTEN' })
  })

  test('is stored once when it comes 50 times at once', async () => {
    const change = draft(0, 1, 'LISTEN')
    const recorded = await Promise.all(Array.from({ length: 50 }, () => recordChange(key(), { ...change })))
    expect(recorded.every(({ kind }) => kind === 'recorded')).toBe(true)
    expect(await store.database.prisma.examEvent.count({ where: { kind: 'draft' } })).toBe(1)
  })

  test('keeps both of two that arrive in the wrong order in the log, and the highest revision in force', async () => {
    await recordChange(key(), draft(0, 8, 'eight'))
    const late = await recordChange(key(), draft(0, 7, 'seven'))
    expect(late).toMatchObject({ kind: 'refused', error: 'older' })
    expect('exam' in late && late.exam.attempt.drafts.get(0)?.value).toEqual({ text: 'eight' })
    expect(await textAt(0)).toEqual({ text: 'eight' })
    expect(await store.database.prisma.examEvent.count({ where: { kind: 'draft' } })).toBe(2)
  })

  test('lets two tabs alternate: each follows what it was told', async () => {
    let revision = 0
    for (const [n, by] of ['one', 'two', 'one', 'two'].entries()) {
      const recorded = await recordChange(key(), { ...draft(0, revision + 1, `${by} ${n}`), by })
      if (!('exam' in recorded)) throw new Error(recorded.error)
      revision = recorded.exam.attempt.drafts.get(0)?.revision ?? 0
    }
    expect((await find()).attempt.drafts.get(0)).toMatchObject({ value: { text: 'two 3' }, by: 'two', revision: 4 })
  })

  test('takes an answer back', async () => {
    await recordChange(key(), draft(0, 1, 'LISTEN'))
    await recordChange(key(), { ...draft(0, 2, ''), value: null })
    expect(await textAt(0)).toBeNull()
  })

  test('keeps flags beside answers', async () => {
    await recordChange(key(), { kind: 'flag', id: randomUUID(), by: 'tab', position: 2, revision: 1, value: true })
    expect((await find()).attempt.flags.get(2)?.value).toBe(true)
  })

  test.each([
    ['of somebody else', () => key(later(1000), 'eve'), draft(0, 1, 'x'), 'no such exam'],
    ['before the start of any', () => ({ ...key(), attemptId: randomUUID() }), draft(0, 1, 'x'), 'no such exam'],
    ['to a question that is not in it', () => key(), draft(8, 1, 'x'), 'no such question'],
  ] as const)('refuses a change %s and writes nothing', async (_, where, change, error) => {
    const before = tables()
    expect(await recordChange(where(), change)).toMatchObject({ kind: 'refused', error })
    expect(tables()).toBe(before)
  })

  test('tells nothing about an id that somebody else has used', async () => {
    const adas = draft(0, 1, 'x')
    await recordChange(key(), adas)
    const evesAttempt = await start('eve')
    const refused = { kind: 'refused', error: 'no such exam' }
    expect(await recordChange({ userId: 'eve', attemptId: evesAttempt, now }, adas)).toEqual(refused)
    expect(await handIn({ userId: 'eve', attemptId: evesAttempt, now }, adas.id)).toEqual(refused)
  })

  test('takes what arrives within the grace, and closes the attempt with what comes after', async () => {
    expect((await recordChange(key(later(60_000 + graceMs)), draft(0, 1, 'just'))).kind).toBe('recorded')
    const late = await recordChange(key(later(60_000 + graceMs + 1)), draft(0, 2, 'late'))
    expect(late).toMatchObject({ kind: 'refused', error: 'finished' })
    expect((await find()).attempt.finished).toEqual({ how: 'time', at: end.getTime() })
    expect(await textAt(0)).toEqual({ text: 'just' })
  })

  test('gives an extension its time', async () => {
    const extension = { id: randomUUID(), attemptId, number: 1, kind: 'extended', at: later(500), minutes: 5 }
    await store.database.prisma.examEvent.create({ data: extension })
    expect((await recordChange(key(later(120_000)), draft(0, 1, 'extended'))).kind).toBe('recorded')
    expect(await closeOverdue(later(120_000))).toBe(0)
    expect(await closeOverdue(later(360_000 + graceMs + 1))).toBe(1)
  })
})

describe('handIn', () => {
  test('ends the attempt once, whoever asks how often', async () => {
    await recordChange(key(), draft(0, 1, 'LISTEN'))
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => handIn(key(later(2000)), randomUUID())))
    expect(new Set(outcomes.map((one) => JSON.stringify('exam' in one && one.exam.attempt.finished))).size).toBe(1)
    expect(await store.database.prisma.examEvent.count({ where: { kind: 'handed in' } })).toBe(1)
    const before = tables()
    expect((await handIn(key(later(90_000)), randomUUID())).kind).toBe('finished')
    expect(await recordChange(key(later(3000)), draft(0, 2, 'after'))).toMatchObject({ error: 'finished' })
    expect(tables()).toBe(before)
  })

  test('contains the last acknowledged save in flight beside it, and nothing after', async () => {
    const saves = Array.from({ length: 30 }, (_, n) => draft(0, n + 1, `save ${n + 1}`))
    const outcomes = await Promise.all([
      ...saves.slice(0, 15).map((change) => recordChange(key(), change)),
      handIn(key(), randomUUID()),
      ...saves.slice(15).map((change) => recordChange(key(), change)),
    ])
    const acknowledged = outcomes.filter(({ kind }) => kind === 'recorded').length
    expect(await textAt(0)).toEqual({ text: `save ${acknowledged}` })
    expect(acknowledged).toBe(15)
  })

  test('refuses what is not theirs', async () => {
    const refused = { kind: 'refused', error: 'no such exam' }
    expect(await handIn(key(later(1000), 'eve'), randomUUID())).toEqual(refused)
    expect(await handIn({ ...key(), attemptId: randomUUID() }, randomUUID())).toEqual(refused)
  })
})

describe('the end of the time', () => {
  test('hands in the drafts with any read after it', async () => {
    await recordChange(key(), draft(3, 1, 'LISTEN'))
    expect((await find(later(60_000 + graceMs))).attempt.finished).toBeNull()
    const after = await find(later(60_000 + graceMs + 1))
    expect(after.attempt.finished).toEqual({ how: 'time', at: end.getTime() })
    expect(after.attempt.drafts.get(3)?.value).toEqual({ text: 'LISTEN' })
  })

  test('is found by the sweep where nobody reads, once', async () => {
    await start('eve', later(30_000))
    expect(await closeOverdue(later(60_000 + graceMs))).toBe(0)
    expect(await closeOverdue(later(60_000 + graceMs + 1))).toBe(1)
    expect(await closeOverdue(later(60_000 + graceMs + 1))).toBe(0)
    expect(await closeOverdue(later(3_600_000))).toBe(1)
    const rows = await store.database.prisma.examAttempt.findMany({ orderBy: { startedAt: 'asc' } })
    expect(rows.map(({ finishedAt, openUserId }) => [finishedAt, openUserId])).toEqual([
      [end, null],
      [later(90_000), null],
    ])
  })
})

test('listExams is newest first and of the owner alone', async () => {
  await handIn(key(), randomUUID())
  const second = await start('ada', later(5000))
  expect((await listExams({ userId: 'ada', limit: 10, now: later(6000) })).map(({ id }) => id)).toEqual([
    second,
    attemptId,
  ])
  expect(await listExams({ userId: 'ada', limit: 1, now: later(6000) })).toHaveLength(1)
  expect(await listExams({ userId: 'eve', limit: 10, now })).toEqual([])
})

test('findFrozenQuestion gives what an answer is held against, to its owner', async () => {
  const [, second] = (await find()).paper
  expect(await findFrozenQuestion({ userId: 'ada', attemptId, position: 1 })).toEqual(second)
  for (const position of [-1, 8, 0.5, Number.NaN]) {
    expect(await findFrozenQuestion({ userId: 'ada', attemptId, position })).toBeUndefined()
  }
  expect(await findFrozenQuestion({ userId: 'eve', attemptId, position: 1 })).toBeUndefined()
  expect(await findExam(key(now, 'eve'))).toBeUndefined()
})

test('every read goes by an index', () => {
  const plans = [
    `SELECT id FROM "ExamAttempt" WHERE "openUserId" = 'ada'`,
    `SELECT id FROM "ExamAttempt" WHERE "userId" = 'ada' ORDER BY "startedAt" DESC LIMIT 10`,
    `SELECT id FROM "ExamAttempt" WHERE "finishedAt" IS NULL AND "endsAt" < '2026'`,
    `SELECT id FROM "ExamEvent" WHERE "attemptId" = 'a' ORDER BY number`,
    `SELECT q.position FROM "ExamQuestion" q WHERE q."attemptId" = 'a' ORDER BY position`,
  ].map((sql) => JSON.stringify(store.database.read(`EXPLAIN QUERY PLAN ${sql}`).all()))
  for (const plan of plans) expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
})
