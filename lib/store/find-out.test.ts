import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerOf } from '../items/diagnosis/learner.testing'
import { findSoundBody } from '../items/mark'
import { randomFrom } from '../items/random'
import { seedBank } from './bank'
import { derivedBank } from './derived-bank'
import { findOutcome, findOutMore, startFindingOut } from './find-out'
import { findPractice } from './practice'
import { dismissBelief, listDismissed, restoreBelief } from './progress/dismissed-beliefs'
import { listRecentAnswers } from './progress/recent-answers'
import { recordAnswer } from './record-answer'
import { addUser, openTemporaryStore, type TemporaryStore } from './temporary-store'

let store: TemporaryStore
const now = new Date('2026-11-24T08:00:00.000Z')
const sure = { slip: 0, guess: 0 }

beforeAll(async () => {
  store = await openTemporaryStore()
  await seedBank(derivedBank(), now)
  await addUser(store.database, 'ada')
  await addUser(store.database, 'eve')
})
afterAll(() => store.close())

async function practiceOf(practiceId: string) {
  const practice = await findPractice({ userId: 'ada', practiceId })
  if (practice === undefined) throw new Error('No such practice')
  return practice
}

/** Answers until nothing is asked any more, as the holder of a belief would. */
async function answerAll(belief: string | null) {
  const started = await startFindingOut({ userId: 'ada', seed: 7, now })
  if (started.kind === 'refused') throw new Error(started.error)
  const { practiceId } = started
  for (let position = 0; ; position++) {
    const { items } = await practiceOf(practiceId)
    const open = items[position]
    if (open === undefined) return practiceOf(practiceId)
    const body = findSoundBody(open.item)
    if (body === null) throw new Error('Asks what is not sound')
    const given = answerOf(body, belief, sure, randomFrom(position))
    const answer = { id: randomUUID(), userId: 'ada', practiceId, position, itemVersion: open.item.version }
    await recordAnswer({ ...answer, shown: { body }, given, right: belief === null, tookMs: 5, at: now })
    await findOutMore({ userId: 'ada', practiceId, seed: position })
  }
}

it('asks on until it is clear, and names the belief with the answers that say so', async () => {
  const practice = await answerAll('time-wait-blocks-the-port')
  expect(practice).toMatchObject({ aim: 'beliefs', finishedAt: now, length: practice.items.length })
  expect(practice.items.some(({ item }) => item.isMade)).toBe(true)
  const found = await findOutcome(practice)
  expect(found).toMatchObject({ kind: 'held', beliefs: [{ id: 'time-wait-blocks-the-port' }], tellable: 54 })
  expect(found.beliefs[0]?.fits.length).toBeGreaterThan(1)
  // What was made to order is looked at as it was asked.
  const made = (await listRecentAnswers('ada', now)).find(({ item }) => item.isMade)
  expect(made?.item.body).toMatchObject({ kind: 'statements' })
})

it('tells who holds none that they hold none', async () => {
  expect(await findOutcome(await answerAll(null))).toMatchObject({ kind: 'none', beliefs: [] })
})

it('puts one question and no second while one is open, and none for anybody else', async () => {
  const started = await startFindingOut({ userId: 'ada', seed: 7, now })
  if (started.kind === 'refused') throw new Error(started.error)
  const which = { practiceId: started.practiceId, seed: 1 }
  await findOutMore({ ...which, userId: 'ada' })
  await findOutMore({ ...which, userId: 'eve' })
  expect((await practiceOf(started.practiceId)).items).toHaveLength(1)
})

it('keeps what is dismissed for its owner alone, until that is taken back', async () => {
  const which = { userId: 'ada', beliefId: 'close-wait-times-out' }
  await dismissBelief({ ...which, now })
  await dismissBelief({ ...which, now })
  expect([...(await listDismissed('ada'))]).toEqual(['close-wait-times-out'])
  expect([...(await listDismissed('eve'))]).toEqual([])
  await restoreBelief({ ...which, userId: 'eve' })
  expect([...(await listDismissed('ada'))]).toHaveLength(1)
  await restoreBelief(which)
  expect([...(await listDismissed('ada'))]).toEqual([])
})
