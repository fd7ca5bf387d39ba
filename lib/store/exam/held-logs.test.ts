import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { presets } from '../../assessment/blueprint'
import { seedBank } from '../bank'
import { derivedBank } from '../derived-bank'
import { openConnection } from '../sqlite/connection'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { findExam } from './exam'
import { createHeldLogs } from './held-logs'
import { recordChange } from './record-change'
import { startExam } from './start-exam'

describe('createHeldLogs', () => {
  const row = { minutes: 30 }
  const folded = (id: string, logged: number) => ({ id, logged, mark: { row, lastId: `${id} ${logged}` } })

  test('gives what was held last, for the row that it was read with', () => {
    const held = createHeldLogs(10)
    held.hold(folded('a', 3))
    held.hold(folded('a', 5))
    held.hold(folded('a', 4))
    expect(held.find('a', { minutes: 30 })).toEqual(folded('a', 5))
    expect(held.find('a', { minutes: 45 })).toBeUndefined()
    expect(held.find('b', { minutes: 30 })).toBeUndefined()
  })

  test('forgets the one that was held longest ago where there are too many', () => {
    const held = createHeldLogs(2)
    for (const id of ['a', 'b', 'a', 'c']) held.hold(folded(id, 1))
    expect(['a', 'b', 'c'].map((id) => held.find(id, row) !== undefined)).toEqual([true, false, true])
  })
})

describe('an attempt that is held', () => {
  const now = new Date('2026-11-23T08:00:00.000Z')
  let store: TemporaryStore
  let attemptId: string

  beforeEach(async () => {
    store = await openTemporaryStore()
    await seedBank(derivedBank(), now)
    await addUser(store.database, 'ada')
    const blueprint = { ...presets.midterm, questions: 8, minutes: 30 }
    const started = await startExam({ prediction: null, userId: 'ada', blueprint, seed: 1, now })
    if (!('attemptId' in started)) throw new Error(started.kind)
    attemptId = started.attemptId
  })
  afterEach(() => store.close())

  const save = (revision: number, id: string = randomUUID()) =>
    recordChange(
      { userId: 'ada', attemptId, now },
      { kind: 'draft', id, by: 'tab', position: 0, revision, value: { text: `${revision}` } },
    )
  const inForce = async () => (await findExam({ userId: 'ada', attemptId, now }))?.attempt.drafts.get(0)?.value

  /** Changes the file as another process would: a backup brought back, a tool of the operator's. */
  async function meddle(statement: string, ...values: readonly string[]) {
    const { sqlite } = await openConnection(store.database.file, 'writer')
    sqlite.prepare(statement).run(...values)
    sqlite.close()
  }

  test('is read on from where it was, by whoever changed it', async () => {
    await save(1)
    await meddle(
      `INSERT INTO "ExamEvent" (id, number, kind, at, "by", position, revision, value, "attemptId")
       VALUES (?, 2, 'draft', '2026-11-23T08:00:01.000+00:00', 'other', 0, 7, '{"text":"seven"}', ?)`,
      randomUUID(),
      attemptId,
    )
    expect(await inForce()).toEqual({ text: 'seven' })
    expect(await save(3)).toMatchObject({ kind: 'refused', error: 'older' })
    await save(8)
    expect(await inForce()).toEqual({ text: '8' })
  })

  test('is read anew where the log is no longer the one that was folded', async () => {
    await save(1)
    const last = randomUUID()
    await save(2, last)
    await meddle('DELETE FROM "ExamEvent" WHERE id = ?', last)
    expect(await inForce()).toEqual({ text: '1' })
    await save(2)
    expect(await inForce()).toEqual({ text: '2' })
  })

  test('is read anew where what it began with has changed', async () => {
    await save(1)
    await meddle('UPDATE "ExamAttempt" SET minutes = 90 WHERE id = ?', attemptId)
    const found = await findExam({ userId: 'ada', attemptId, now })
    expect(found?.attempt.clock.terms.minutes).toBe(90)
  })

  test('holds nothing of a write that came to nothing', async () => {
    await save(1)
    const taken = randomUUID()
    await addUser(store.database, 'eve')
    const other = await startExam({ prediction: null, userId: 'eve', blueprint: presets.midterm, seed: 2, now })
    if (!('attemptId' in other)) throw new Error(other.kind)
    const stolen = { kind: 'draft', id: taken, by: 'tab', position: 0, revision: 1, value: null } as const
    await recordChange({ userId: 'eve', attemptId: other.attemptId, now }, stolen)
    expect(await save(2, taken)).toMatchObject({ kind: 'refused' })
    expect(await inForce()).toEqual({ text: '1' })
  })
})
