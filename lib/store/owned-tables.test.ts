import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { evenWorkload } from '../review/balance'
import { createScheduler, defaultScheduling } from '../review/scheduler'
import { defaultSettings } from '../review/settings'
import { seedBank } from './bank'
import { createPractice } from './create-practice'
import { deleteUser } from './delete-user'
import { exportUser } from './export-user'
import { mergeGuest } from './merge-guest'
import { addDeck, listDecks } from './notes/deck'
import { addNote } from './notes/write-note'
import { countOwned, countWork } from './owned-counts'
import { ownedTables } from './owned-tables'
import { listPractices } from './practice'
import { dismissBelief } from './progress/dismissed-beliefs'
import { recordAnswer } from './record-answer'
import { addCards } from './review/add-cards'
import { rebuildMemory } from './review/rebuild'
import { recordReview } from './review/record-review'
import { undoReview } from './review/undo-review'
import { findSettings, saveSettings } from './settings'
import { addUser, openTemporaryStore, type TemporaryStore } from './temporary-store'

let store: TemporaryStore
const now = new Date('2026-11-23T08:00:00.000Z')

beforeEach(async () => {
  store = await openTemporaryStore()
  await seedBank(
    {
      facts: [{ id: 'f', topic: 'opening', kind: 'row', level: 1 }],
      items: ['a', 'b'].map((id) => ({ id, factId: 'f', kind: 'order', topic: 'opening', level: 1, body: {} })),
      fingerprint: 'one',
    },
    now,
  )
})
afterEach(() => store.close())

/** The names of all tables but Prisma's own, as SQLite has them. */
const tables = () =>
  z
    .array(z.string())
    .parse(
      store.database
        .read(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'`)
        .pluck()
        .all(),
    )

const columns = (table: string) =>
  z.array(z.string()).parse(store.database.read(`SELECT name FROM pragma_table_info('${table}')`).pluck().all())

/** The tables that somebody's rows are in, by their columns or by what they refer to, and that have no line in the list. */
function unlistedTables(): readonly string[] {
  const owned = new Set<string>(ownedTables.map(({ table }) => table))
  return tables().filter((table) => {
    if (owned.has(table)) return false
    const refersTo = z
      .array(z.string())
      .parse(store.database.read(`SELECT "table" FROM pragma_foreign_key_list('${table}')`).pluck().all())
    return columns(table).some((column) => /user_?id$/i.test(column)) || refersTo.some((other) => owned.has(other))
  })
}

/** Gives the user a row in every table that can have one of theirs. */
async function fill(userId: string): Promise<void> {
  const { prisma } = store.database
  await addUser(store.database, userId)
  const expiresAt = new Date('2027-01-01')
  await prisma.session.create({ data: { id: randomUUID(), token: randomUUID(), expiresAt, userId } })
  await prisma.account.create({
    data: { id: randomUUID(), accountId: userId, providerId: 'credential', password: 'the hash', userId },
  })
  const passkey = { publicKey: 'the key', counter: 0, deviceType: 'multiDevice', backedUp: true, userId }
  await prisma.passkey.create({ data: { ...passkey, id: randomUUID(), credentialID: randomUUID() } })
  const value = JSON.stringify({ userData: { id: userId } })
  await prisma.verification.create({ data: { id: randomUUID(), identifier: randomUUID(), value, expiresAt } })
  await saveSettings({ userId, settings: { ...defaultSettings, examSubject: userId }, now })
  const items = ['a', 'b'].map((itemId) => ({ itemId, seed: 1 }))
  const started = await createPractice({ userId, topics: ['opening'], kinds: ['order'], items, now })
  if (started.kind === 'refused') throw new Error(started.error)
  const answer = { userId, practiceId: started.practiceId, position: 0, itemVersion: 1, tookMs: 5, at: now }
  await recordAnswer({ ...answer, id: randomUUID(), shown: { stem: '=1' }, given: { choice: 1 }, right: true })
  await dismissBelief({ userId, beliefId: 'close-wait-times-out', now })
  await dismissBelief({ userId, beliefId: `of ${userId}`, now })
  await fillReviews(userId)
  await fillNotes(userId)
  await fillExam(userId)
  await fillTraining(userId)
  await fillCourse(userId)
}

const learner = { scheduler: createScheduler(defaultScheduling), workload: evenWorkload }

/** A card, reviewed twice, of which the second is taken back. */
async function fillReviews(userId: string): Promise<void> {
  await addCards({ userId, factIds: ['f'], source: 'set', now })
  const { id: cardId } = await store.database.prisma.card.findFirstOrThrow({ where: { userId } })
  const item = { id: 'a', kind: 'order', version: 1, seed: 1 }
  const evidence = { right: true, helped: false, sure: false, tookMs: 5 }
  for (const minutes of [1, 2]) {
    const at = new Date(now.getTime() + minutes * 60_000)
    const done = {
      at,
      day: 20_780,
      receivedAt: at,
      item,
      given: { choice: 1 },
      evidence,
      selfRating: null,
      siblings: [],
    }
    const recorded = await recordReview({ ...done, id: randomUUID(), userId, cardId }, learner)
    if (recorded.kind === 'refused') throw new Error(recorded.error)
  }
  await undoReview(userId, learner.scheduler, now)
}

async function fillCourse(userId: string): Promise<void> {
  const { prisma } = store.database
  const names = { name: userId, pseudonym: 'Alder' }
  const { id: courseId } = await prisma.course.create({
    data: { id: randomUUID(), name: 'Networks', term: '', names: 'real', createdAt: now },
  })
  await prisma.member.create({ data: { courseId, userId, role: 'student', ...names, joinedAt: now } })
  const seat = { id: randomUUID(), email: `${userId}@example.org`, name: userId, role: 'student', token: randomUUID() }
  await prisma.seat.create({ data: { ...seat, courseId, userId, createdAt: now, takenAt: now } })
  const assignmentId = randomUUID()
  const settings = { kind: 'homework', title: 'Close', settings: '{}', version: 1, opensAt: now, createdAt: now }
  await prisma.assignment.create({ data: { id: assignmentId, courseId, ...settings } })
  await prisma.exception.create({
    data: { id: randomUUID(), at: now, by: userId, reason: 'ill', assignmentId, userId },
  })
  await prisma.wrongCode.create({ data: { id: randomUUID(), who: `user ${userId}`, at: now } })
  await fillMarks(userId, assignmentId)
}

/** What staff have done to a mark, and what its owner was told. */
async function fillMarks(userId: string, assignmentId: string): Promise<void> {
  const { prisma } = store.database
  const byStaff = { id: randomUUID(), at: now, by: 'staff', reason: 'A slip', assignmentId }
  await prisma.override.create({ data: { ...byStaff, points: 1500, comment: 'Well done', userId } })
  const { id: regradeId } = await prisma.regrade.create({ data: { ...byStaff, number: 1, rule: '{}' } })
  await prisma.regradeChange.create({ data: { regradeId, userId, earnedBefore: 100, earnedAfter: 200 } })
  await prisma.notice.create({ data: { id: randomUUID(), at: now, kind: 'report', detail: '{}', userId } })
  const { id: attemptId } = await prisma.examAttempt.findFirstOrThrow({ where: { userId } })
  await prisma.report.create({ data: { id: randomUUID(), position: 0, text: 'Two are right', at: now, attemptId } })
  await prisma.paperScore.create({ data: { attemptId, events: 1, rules: '', earned: 100, outOf: 200 } })
}

async function fillTraining(userId: string): Promise<void> {
  const { prisma } = store.database
  const judged = { reviews: 500, heldOut: 90, lossBefore: 0.4, lossAfter: 0.3 }
  const weights = JSON.stringify(defaultScheduling.weights)
  await prisma.weights.create({ data: { userId, algorithm: 'fsrs-6', weights, trainedAt: now, ...judged } })
  await prisma.training.create({ data: { userId, state: 'ended', askedAt: now } })
}

/** A deck with one card of the user's own; guest and account have decks of one name. */
async function fillNotes(userId: string): Promise<void> {
  const deck = await addDeck({ userId, name: 'Exam', now })
  if (deck.kind === 'refused') throw new Error(deck.error)
  await addNote({ userId, front: `by ${userId}`, back: 'b', deckId: deck.id, now })
}

async function fillExam(userId: string): Promise<void> {
  const { prisma } = store.database
  const attemptId = randomUUID()
  const times = { minutes: 30, startedAt: now, endsAt: new Date(now.getTime() + 1_800_000) }
  await prisma.examAttempt.create({
    data: { id: attemptId, blueprint: '{}', questions: 1, ...times, openUserId: userId, userId },
  })
  const frozen = { factId: 'f', topic: 'open', level: 1, pathLength: '1', body: '{}', seed: 1, points: 1 }
  await prisma.examQuestion.create({ data: { attemptId, position: 0, itemId: 'a', itemVersion: 1, ...frozen } })
  await prisma.examEvent.create({ data: { id: randomUUID(), attemptId, number: 1, kind: 'started', at: now } })
}

const promote = (userId: string) =>
  store.database.prisma.user.update({ where: { id: userId }, data: { isAnonymous: false, email: `${userId}@x.org` } })

describe('the list of owned tables', () => {
  test('has every table with a column of an owner, and every table that refers to such a one', () => {
    expect(unlistedTables()).toEqual([])
  })

  test('is found to lack a table that is new', async () => {
    await store.database.writeNow((prepare) => {
      prepare('CREATE TABLE "Stray" (id TEXT PRIMARY KEY, "userId" TEXT)').run()
      prepare('CREATE TABLE "StrayAnswer" (id TEXT PRIMARY KEY, "answerId" TEXT REFERENCES "Answer" (id))').run()
    })
    expect(unlistedTables()).toEqual(['Stray', 'StrayAnswer'])
  })

  test('names tables and columns that there are, parents before children', () => {
    const names = ownedTables.map(({ table }) => table)
    expect(tables()).toEqual(expect.arrayContaining(names))
    for (const [index, { table, columns: given }] of ownedTables.entries()) {
      expect([table, columns(table)]).toEqual([table, expect.arrayContaining(Object.keys(given))])
      const parents = store.database.read(`SELECT "table" FROM pragma_foreign_key_list('${table}')`).pluck().all()
      for (const parent of names.filter((name) => parents.includes(name)))
        expect(names.indexOf(parent)).toBeLessThan(index)
    }
  })

  test('gives away every column but secrets, what names the owner, and what is of the server alone', () => {
    const kept = ownedTables.flatMap(({ table, columns: given }) =>
      columns(table)
        .filter((column) => column !== 'userId' && !Object.keys(given).includes(column))
        .map((column) => `${table}.${column}`),
    )
    expect(kept.filter((column) => !/^(User|Session|Account|Passkey|Verification)[.]/.test(column))).toEqual([
      // Who works on it, and how far that is.
      ...['beatAt', 'runner', 'tries', 'progress'].map((column) => `Training.${column}`),
      'ExamAttempt.openUserId',
      // It opens a course.
      'Seat.token',
      // Made of the papers, and shown when a mark may be.
      ...['earned', 'outOf', 'credits'].map((column) => `PaperScore.${column}`),
    ])
  })

  test('has a row of each in what the tests fill', async () => {
    await fill('ada')
    expect(Object.entries(await countOwned('ada')).filter(([, count]) => count === 0)).toEqual([])
    expect(await countWork('ada')).toEqual({
      Practice: 1,
      Answer: 1,
      Deck: 1,
      Note: 1,
      Card: 2,
      Review: 2,
      ExamAttempt: 1,
    })
  })
})

describe('deleteUser', () => {
  test('leaves the id in no column of no row of any table, and everything of others', async () => {
    await fill('ada-to-be-deleted')
    await fill('eve')
    const before = await countOwned('eve')
    expect(await deleteUser('ada-to-be-deleted')).toEqual({ kind: 'deleted' })
    const found = tables().filter((table) => {
      const anywhere = columns(table)
        .map((column) => `instr("${column}", 'ada-to-be-deleted')`)
        .join(' OR ')
      return store.database.read(`SELECT 1 FROM "${table}" WHERE ${anywhere}`).get() !== undefined
    })
    expect(found).toEqual([])
    expect(await countOwned('eve')).toEqual(before)
    expect(store.database.read('PRAGMA foreign_key_check').all()).toEqual([])
  })
})

describe('mergeGuest', () => {
  test('takes all work along by one transaction, keeps the settings of the account, and leaves no guest', async () => {
    await fill('guest')
    await fill('ada')
    await promote('ada')
    expect(await mergeGuest({ from: 'guest', to: 'ada' }, now)).toEqual({ kind: 'merged' })
    expect(await countWork('ada')).toEqual({
      Practice: 2,
      Answer: 2,
      Deck: 1,
      Note: 2,
      Card: 3,
      Review: 4,
      ExamAttempt: 2,
    })
    // Both remembered the same fact: one card has both logs, folded, and only one exam is open.
    const rebuilt = await rebuildMemory('ada', learner.scheduler, now)
    expect(rebuilt).toEqual({ cards: 3, differingCards: [], differingTotals: [] })
    const { reps } = await store.database.prisma.card.findFirstOrThrow({ where: { userId: 'ada', factId: 'f' } })
    expect((await listDecks('ada')).map(({ name, count }) => [name, count])).toEqual([['Exam', 2]])
    expect(reps).toBe(2)
    expect(await store.database.prisma.examAttempt.count({ where: { openUserId: 'ada' } })).toBe(1)
    expect((await listPractices({ userId: 'ada', limit: 9 })).map(({ answered }) => answered)).toEqual([1, 1])
    expect((await findSettings('ada')).examSubject).toBe('ada')
    expect(Object.values(await countOwned('guest')).every((count) => count === 0)).toBe(true)
    expect(await store.database.prisma.user.count()).toBe(1)
  })

  test('takes the settings along where the account has none', async () => {
    await fill('guest')
    await addUser(store.database, 'ada')
    await promote('ada')
    await mergeGuest({ from: 'guest', to: 'ada' }, now)
    expect((await findSettings('ada')).examSubject).toBe('guest')
  })

  test('refuses what is no guest, what is no account, and to do it twice', async () => {
    await fill('guest')
    await fill('ada')
    await promote('ada')
    const refused = { kind: 'refused', error: 'no such guest' }
    expect(await mergeGuest({ from: 'ada', to: 'ada' }, now)).toEqual(refused)
    expect(await mergeGuest({ from: 'guest', to: 'guest' }, now)).toEqual(refused)
    expect(await mergeGuest({ from: 'guest', to: 'nobody' }, now)).toEqual(refused)
    expect(await mergeGuest({ from: 'nobody', to: 'ada' }, now)).toEqual(refused)
    expect(await countWork('guest')).toEqual({
      Practice: 1,
      Answer: 1,
      Deck: 1,
      Note: 1,
      Card: 2,
      Review: 2,
      ExamAttempt: 1,
    })
    await mergeGuest({ from: 'guest', to: 'ada' }, now)
    expect(await mergeGuest({ from: 'guest', to: 'ada' }, now)).toEqual(refused)
    expect(await countWork('ada')).toEqual({
      Practice: 2,
      Answer: 2,
      Deck: 1,
      Note: 2,
      Card: 3,
      Review: 4,
      ExamAttempt: 2,
    })
  })
})

describe('exportUser', () => {
  test('gives what is the user’s in readable values, and no secret', async () => {
    await fill('ada')
    await fill('eve')
    const exported = await exportUser('ada')
    const rows = Object.fromEntries(exported.map(({ table, rows: given }) => [table, given]))
    expect(exported.map(({ table }) => table)).toEqual(
      ownedTables.map(({ table }) => table).filter((table) => table !== 'Verification'),
    )
    expect(rows.User).toEqual([expect.objectContaining({ id: 'ada', isAnonymous: true })])
    expect(rows.Practice).toEqual([
      expect.objectContaining({ topics: ['opening'], startedAt: now.toISOString(), finishedAt: null }),
    ])
    expect(rows.Answer).toEqual([expect.objectContaining({ right: true, given: { choice: 1 }, shown: { stem: '=1' } })])
    expect(rows.PracticeItem?.length).toBe(2)
    expect(rows.Note).toEqual([expect.objectContaining({ front: 'by ada', back: 'b', deckId: rows.Deck?.[0]?.id })])
    expect(rows.Settings).toEqual([
      { chosen: { ...defaultSettings, examSubject: 'ada' }, changedAt: now.toISOString() },
    ])
    const text = JSON.stringify(exported)
    expect(text).not.toMatch(/the hash|the key|\beve\b/)
    const [session] = await store.database.prisma.session.findMany({ where: { userId: 'ada' } })
    expect(text).not.toContain(session?.token)
  })

  test('gives no mark before its release, and no question that staff have written', async () => {
    await fill('ada')
    const given = async () => {
      const all = await exportUser('ada')
      return all.flatMap(({ table, rows }) =>
        /^(Override|RegradeChange|ExamQuestion)$/.test(table) ? [[table, rows.length]] : [],
      )
    }
    expect(await given()).toEqual([
      ['ExamQuestion', 1],
      ['Override', 0],
      ['RegradeChange', 0],
    ])
    const { prisma } = store.database
    await prisma.assignment.updateMany({ data: { releasedAt: now } })
    await prisma.examQuestion.updateMany({ data: { itemId: null, versionId: 'written' } })
    expect(await given()).toEqual([
      ['ExamQuestion', 0],
      ['Override', 1],
      ['RegradeChange', 1],
    ])
  })
})
