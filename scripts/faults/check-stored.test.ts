import { afterAll, beforeAll, expect, test } from 'vitest'
import { markGiven } from '../../lib/items/mark'
import { findAskedItem } from '../../lib/store/asked-item'
import { createPractice } from '../../lib/store/create-practice'
import { derivedBank } from '../../lib/store/derived-bank'
import { prepareStore } from '../../lib/store/prepare'
import { recordAnswer } from '../../lib/store/record-answer'
import { addUser, openTemporaryStore, type TemporaryStore } from '../../lib/store/temporary-store'
import type { AckedAnswer } from './answers-under-fire'
import { findLosses } from './check-stored'

let store: TemporaryStore
let acked: AckedAnswer
beforeAll(async () => {
  store = await openTemporaryStore()
  await prepareStore(() => {}, derivedBank)
  acked = await answerOnce()
}, 30_000)
afterAll(() => store.close())

/** Answers the only question of a practice, as the route does. */
async function answerOnce(): Promise<AckedAnswer> {
  const userId = await addUser(store.database, 'ada')
  const items = [{ itemId: 'next-state/listen.rcv-syn', seed: 1 }]
  const made = await createPractice({ userId, topics: [], kinds: [], items, now: new Date() })
  const practiceId = made.kind === 'started' ? made.practiceId : ''
  const asked = await findAskedItem({ userId, practiceId, position: 0 })
  if (asked === undefined) throw new Error('Nothing is asked')
  const given = { choice: 0 }
  const marked = markGiven(asked.item, asked.seed, given)
  if (marked.kind === 'refused') throw new Error(marked.error)
  const { body, shown, answer, right } = marked
  const sent = { id: 'one', practiceId, position: 0, tookMs: 7 }
  const stored = { shown: { body, options: shown, locale: 'en' }, given: answer, right }
  await recordAnswer({ ...sent, ...stored, userId, itemVersion: asked.item.version, at: new Date() })
  return { answer: { ...sent, cookie: '', given }, reply: JSON.stringify({ feedback: { right } }) }
}

const check = (acknowledged: readonly AckedAnswer[]) =>
  findLosses(`file:${store.database.file}`, { waiting: [], unacknowledged: [], acknowledged: [...acknowledged] })

test('an answer that is stored as it was acknowledged is no loss', async () => {
  expect(await check([acked])).toEqual([])
})

test('an acknowledged answer that is not stored, and a stored one that nobody sent, are noticed', async () => {
  const lost = { ...acked, answer: { ...acked.answer, id: 'two' } }
  expect(await check([lost])).toEqual(['two was acknowledged and is lost', 'one was never sent'])
})

test('an answer stored otherwise is noticed', async () => {
  const other = { ...acked, answer: { ...acked.answer, given: { choice: 1 } } }
  expect(await check([other])).toEqual(['one is stored otherwise'])
})

test('half a transaction is noticed', async () => {
  const { practiceId } = acked.answer
  const finish = (finishedAt: Date | null) =>
    store.database.prisma.practice.update({ where: { id: practiceId }, data: { finishedAt } })
  await finish(null)
  expect(await check([acked])).toEqual([`half finished: {"id":"${practiceId}"}`])
  await finish(new Date())
  expect(await check([acked])).toEqual([])
})
