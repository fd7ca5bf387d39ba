import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findAskedItem } from './asked-item'
import { seedBank } from './bank'
import { createPractice } from './create-practice'
import { findPractice, listPractices } from './practice'
import { listRecentItemIds } from './recent-items'
import { type NewAnswer, recordAnswer } from './record-answer'
import { addUser, openTemporaryStore, type TemporaryStore } from './temporary-store'

let store: TemporaryStore
let practiceId: string

const now = new Date('2026-11-23T08:00:00.000Z')
const at = new Date('2026-11-23T08:00:05.123Z')
const body = { situation: { state: 'LISTEN' }, query: 'next state' }

beforeEach(async () => {
  store = await openTemporaryStore()
  await seedBank(
    {
      facts: [{ id: 'f', topic: 'opening', kind: 'row', level: 1 }],
      items: ['a', 'b', 'c'].map((id) => ({
        id,
        factId: 'f',
        kind: 'order',
        topic: 'opening',
        level: 1,
        version: 1,
        body,
      })),
      fingerprint: 'one',
    },
    now,
  )
  await addUser(store.database, 'ada')
  await addUser(store.database, 'eve')
  practiceId = await start('ada')
})
afterEach(() => store.close())

async function start(userId: string, startedAt = now) {
  const started = await createPractice({
    userId,
    topics: ['opening'],
    kinds: ['order', 'next-state'],
    items: ['a', 'b', 'c'].map((itemId, i) => ({ itemId, seed: 40 + i })),
    now: startedAt,
  })
  if (started.kind === 'refused') throw new Error(started.error)
  return started.practiceId
}

const answer = (changes: Partial<NewAnswer> = {}): NewAnswer => ({
  id: randomUUID(),
  userId: 'ada',
  practiceId,
  position: 0,
  itemVersion: 3,
  shown: { stem: 'LISTEN', options: ['CLOSED', 'SYN-RECEIVED'] },
  given: { option: 1 },
  right: true,
  tookMs: 2300,
  at,
  ...changes,
})

const rows = () => store.database.prisma.answer.count()

describe('createPractice and findPractice', () => {
  test('give back what was asked, in order', async () => {
    const practice = await findPractice({ userId: 'ada', practiceId })
    expect(practice).toMatchObject({
      topics: ['opening'],
      kinds: ['order', 'next-state'],
      length: 3,
      startedAt: now,
      finishedAt: null,
    })
    expect(practice?.items.map(({ position, seed, item }) => [position, seed, item.id, item.body])).toEqual([
      [0, 40, 'a', body],
      [1, 41, 'b', body],
      [2, 42, 'c', body],
    ])
    expect(practice?.items.every((item) => item.answer === undefined)).toBe(true)
  })

  test('refuse a practice without items or of nobody', async () => {
    const nothing = { topics: [], kinds: [], items: [], now }
    await expect(createPractice({ ...nothing, userId: 'ada' })).rejects.toThrow('Cannot start a practice without items')
    await expect(createPractice({ ...nothing, userId: 'nobody', items: [{ itemId: 'a', seed: 1 }] })).rejects.toThrow()
    expect(await store.database.prisma.practiceItem.count()).toBe(3)
  })

  test('give nothing of somebody else', async () => {
    expect(await findPractice({ userId: 'eve', practiceId })).toBeUndefined()
    expect(await findAskedItem({ userId: 'eve', practiceId, position: 0 })).toBeUndefined()
    expect(await listPractices({ userId: 'eve', limit: 10 })).toEqual([])
  })
})

test('findAskedItem gives what scoring needs', async () => {
  expect(await findAskedItem({ userId: 'ada', practiceId, position: 1 })).toEqual({
    item: {
      id: 'b',
      factId: 'f',
      topic: 'opening',
      kind: 'order',
      level: 1,
      version: 1,
      body,
      retiredAt: null,
      isMade: false,
    },
    seed: 41,
    aim: 'chosen',
  })
  expect(await findAskedItem({ userId: 'ada', practiceId, position: 3 })).toBeUndefined()
})

describe('recordAnswer', () => {
  test('stores an answer that Prisma reads back', async () => {
    const given = answer()
    const recorded = await recordAnswer(given)
    const { userId: _, ...stored } = given
    expect(recorded).toEqual({ kind: 'recorded', answer: { ...stored, itemId: 'a' }, finished: false })
    const practice = await findPractice({ userId: 'ada', practiceId })
    expect(practice?.items[0]?.answer).toEqual({ ...stored, itemId: 'a' })
  })

  test('writes an instant as Prisma does, and reads what Prisma wrote', async () => {
    await recordAnswer(answer())
    const byPrisma = { ...answer({ position: 1 }), itemId: 'b', shown: '{}', given: '[]', right: false }
    await store.database.prisma.answer.create({ data: byPrisma })
    const kinds = 'typeof(at) || " " || at || " " || typeof("right") || " " || "right"'.replaceAll('" "', "' '")
    const stored = store.database.read(`SELECT ${kinds} FROM "Answer" ORDER BY position`).pluck().all()
    expect(stored).toEqual([
      'text 2026-11-23T08:00:05.123+00:00 integer 1',
      'text 2026-11-23T08:00:05.123+00:00 integer 0',
    ])
    const again = await recordAnswer(answer({ id: byPrisma.id, position: 1 }))
    expect(again).toMatchObject({ kind: 'already', answer: { at, shown: {}, given: [], right: false } })
  })

  test('gives what is stored when the same id comes again', async () => {
    const given = answer()
    const first = await recordAnswer(given)
    const second = await recordAnswer({ ...given, given: { option: 0 }, right: false, at: new Date() })
    expect(first.kind).toBe('recorded')
    expect(second).toEqual({ kind: 'already', answer: first.kind === 'recorded' && first.answer })
  })

  test('is stored once when it comes 50 times at once', async () => {
    const given = answer()
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => recordAnswer({ ...given })))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array(49).fill('already'), 'recorded'])
    expect(new Set(outcomes.map((outcome) => JSON.stringify('answer' in outcome && outcome.answer))).size).toBe(1)
    expect(await rows()).toBe(1)
  })

  test('keeps the first of 50 different answers at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => recordAnswer(answer())))
    expect(outcomes.filter(({ kind }) => kind === 'recorded').length).toBe(1)
    expect(outcomes.filter((outcome) => 'error' in outcome && outcome.error === 'already answered').length).toBe(49)
    expect(await rows()).toBe(1)
  })

  test('refuses a place that is not there or not theirs in the same words', async () => {
    const refused = { kind: 'refused', error: 'no such practice' }
    expect(await recordAnswer(answer({ userId: 'eve' }))).toEqual(refused)
    expect(await recordAnswer(answer({ practiceId: randomUUID() }))).toEqual(refused)
    for (const position of [-1, 3, 0.5, Number.NaN]) expect(await recordAnswer(answer({ position }))).toEqual(refused)
    expect(await rows()).toBe(0)
  })

  test('tells nothing about an id that somebody else has used', async () => {
    const adas = answer()
    await recordAnswer(adas)
    const eves = await start('eve')
    const refused = { kind: 'refused', error: 'no such practice' }
    expect(await recordAnswer({ ...adas, userId: 'eve' })).toEqual(refused)
    expect(await recordAnswer({ ...adas, userId: 'eve', practiceId: eves })).toEqual(refused)
    expect(await rows()).toBe(1)
  })

  test('refuses an id that is used at another place of the same user', async () => {
    const given = answer()
    await recordAnswer(given)
    expect(await recordAnswer({ ...given, position: 1 })).toEqual({ kind: 'refused', error: 'no such practice' })
    expect(await rows()).toBe(1)
  })

  test('finishes the practice with the last missing answer, in whatever order they come', async () => {
    const outcomes = []
    for (const position of [2, 0, 1]) outcomes.push(await recordAnswer(answer({ position })))
    expect(outcomes.map((outcome) => 'finished' in outcome && outcome.finished)).toEqual([false, false, true])
    expect((await findPractice({ userId: 'ada', practiceId }))?.finishedAt).toEqual(at)
  })

  test('refuses what has no JSON', async () => {
    await expect(recordAnswer(answer({ given: undefined }))).rejects.toThrow('Cannot store undefined: it has no JSON')
  })
})

test('listRecentItemIds gives the newest answers of this user first', async () => {
  const minutes = (n: number) => new Date(at.getTime() + n * 60_000)
  for (const [n, position] of [0, 2, 1].entries()) await recordAnswer(answer({ position, at: minutes(n) }))
  expect(await listRecentItemIds({ userId: 'ada', limit: 2 })).toEqual(['b', 'c'])
  expect(await listRecentItemIds({ userId: 'eve', limit: 2 })).toEqual([])
})

describe('listPractices', () => {
  test('is newest first, with what was answered and what was right', async () => {
    const later = await start('ada', new Date('2026-11-24T08:00:00.000Z'))
    await recordAnswer(answer({ position: 0 }))
    await recordAnswer(answer({ position: 1, right: false }))
    const list = await listPractices({ userId: 'ada', limit: 10 })
    expect(list.map(({ id, answered, right }) => [id, answered, right])).toEqual([
      [later, 0, 0],
      [practiceId, 2, 1],
    ])
    expect((await listPractices({ userId: 'ada', limit: 1 })).map(({ id }) => id)).toEqual([later])
  })

  test('goes by indexes, and sorts nothing', () => {
    const plan = store.database
      .read(
        `EXPLAIN QUERY PLAN SELECT p.id, (SELECT count(*) FROM "Answer" a WHERE a."practiceId" = p.id)
         FROM "Practice" p WHERE p."userId" = 'ada' ORDER BY p."startedAt" DESC LIMIT 20`,
      )
      .all()
    const text = JSON.stringify(plan)
    expect(text).toContain('Practice_userId_startedAt_idx (userId=?)')
    expect(text).toContain('Answer_practiceId_position_key (practiceId=?)')
    expect(text).not.toMatch(/SCAN|TEMP B-TREE/)
  })
})
