import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evenWorkload } from '../../review/balance'
import type { Rating } from '../../review/rating'
import { createScheduler, defaultScheduling } from '../../review/scheduler'
import { createPractice } from '../create-practice'
import { derivedBank } from '../derived-bank'
import { addNote } from '../notes/write-note'
import { prepareStore } from '../prepare'
import { recordAnswer } from '../record-answer'
import { addCards } from '../review/add-cards'
import { recordReview } from '../review/record-review'
import { undoReview } from '../review/undo-review'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { findCardHistory } from './card-history'
import { findDueAhead } from './due-by-day'
import { listCards } from './list-cards'
import { listRecentAnswers, recentLimits } from './recent-answers'

let store: TemporaryStore
beforeAll(async () => {
  store = await openTemporaryStore()
  await prepareStore(() => {}, derivedBank)
}, 60_000)
afterAll(() => store.close())

const dayMs = 86_400_000
const firstDay = 20_000
const scheduler = createScheduler(defaultScheduling)
const facts = ['rule/listen.rcv-syn', 'meaning/TIME-WAIT', 'path/handshake'] as const
const at = (day: number, ms = 0) => new Date(day * dayMs + 12 * 3_600_000 + ms)
const answer = { form: 'choice', option: 'state:CLOSED' }

let users = 0
/** A user with a card for each of `facts`, in the order of the facts' names. */
async function newLearner() {
  users += 1
  const userId = await addUser(store.database, `learner ${users}`)
  await addCards({ userId, factIds: facts, source: 'set', now: at(firstDay) })
  return { userId, cards: await listCards(userId) }
}

const asked = { id: 'next-state/listen.rcv-syn', kind: 'next-state', version: 1, seed: 7 }

async function review(
  userId: string,
  cardId: string | undefined,
  day: number,
  rating: Rating,
  ms = 0,
  item: typeof asked | null = asked,
) {
  const recorded = await recordReview(
    {
      id: randomUUID(),
      userId,
      cardId: cardId ?? '',
      at: at(day, ms),
      day,
      receivedAt: at(day, ms),
      item,
      given: item === null ? null : answer,
      evidence: { right: rating !== 'again', helped: false, sure: false, tookMs: 5000 },
      selfRating: rating,
      siblings: [],
    },
    { scheduler, workload: evenWorkload },
  )
  if (recorded.kind === 'refused') throw new Error(recorded.error)
  return recorded.card
}

describe('the cards of a learner', () => {
  it('come in the order of the names of their facts, and nobody else sees them', async () => {
    const { cards } = await newLearner()
    expect(cards.map(({ factId }) => factId)).toEqual(facts.toSorted())
    expect(await listCards('nobody')).toEqual([])
  })
})

describe('what is due ahead', () => {
  it('counts cards by day, and those in steps apart', async () => {
    const { userId, cards } = await newLearner()
    const [meaning, path, rule] = cards
    const easy = await review(userId, meaning?.id, firstDay, 'easy')
    await review(userId, path?.id, firstDay, 'again')
    await review(userId, rule?.id, firstDay, 'easy')
    const due = easy.memory?.due.kind === 'on' ? easy.memory.due.day : 0
    const ahead = await findDueAhead({ userId, to: due + 5, stepsUntil: at(firstDay, 3_600_000) })
    expect(ahead.days.reduce((sum, day) => sum + day.due, 0)).toBe(2)
    expect(ahead.steps).toBe(1)
    const near = await findDueAhead({ userId, to: firstDay, stepsUntil: at(firstDay) })
    expect(near).toEqual({ days: [], steps: 0 })
  })
})

describe('the history of a card', () => {
  it('has the newest first, some at a time, and none that was taken back', async () => {
    const { userId, cards } = await newLearner()
    const [card] = cards
    const cardId = card?.id ?? ''
    await review(userId, cardId, firstDay, 'good')
    await review(userId, cardId, firstDay + 3, 'again')
    await review(userId, cardId, firstDay + 3, 'hard', 60_000)
    const which = { userId, cardId, limit: 2, skip: 0 }
    const newest = await findCardHistory(which)
    expect(newest?.reviews.map(({ rating }) => rating)).toEqual(['hard', 'again'])
    expect((await findCardHistory({ ...which, skip: 2 }))?.reviews.map(({ rating }) => rating)).toEqual(['good'])
    await undoReview(userId, scheduler, at(firstDay + 4))
    expect((await findCardHistory(which))?.reviews.map(({ rating }) => rating)).toEqual(['again', 'good'])
  })

  it('is not a stranger’s to see', async () => {
    const [ada, eve] = [await newLearner(), await newLearner()]
    const cardId = ada.cards[0]?.id ?? ''
    expect(await findCardHistory({ userId: eve.userId, cardId, limit: 9, skip: 0 })).toBeUndefined()
  })
})

describe('the last answers', () => {
  it('come from practices and reviews, each with where it was given', async () => {
    const { userId, cards } = await newLearner()
    const items = [{ itemId: 'next-state/listen.rcv-syn', seed: 3 }]
    const practice = { userId, topics: ['open'], kinds: ['next-state'], items, now: at(firstDay) }
    const started = await createPractice(practice)
    if (started.kind === 'refused') throw new Error(started.error)
    const { practiceId } = started
    const given = { practiceId, position: 0, userId, itemVersion: 1, shown: {}, given: answer, tookMs: 9 }
    await recordAnswer({ ...given, id: randomUUID(), right: false, at: at(firstDay) })
    const card = await review(userId, cards[2]?.id, firstDay + 1, 'good')
    const answers = await listRecentAnswers(userId, at(firstDay + 2))
    expect(answers.map(({ source, right, seed }) => ({ source, right, seed }))).toEqual([
      { source: { kind: 'practice', practiceId, position: 0 }, right: false, seed: 3 },
      { source: { kind: 'review', cardId: card.id, factId: 'rule/listen.rcv-syn' }, right: true, seed: 7 },
    ])
    // A card that is flipped, and one of the learner's own, is no answer that says what somebody believes.
    const note = await addNote({ userId, front: 'f', back: 'b', deckId: null, now: at(firstDay) })
    if (note.kind === 'refused') throw new Error(note.error)
    const own = (await listCards(userId)).find(({ noteId }) => noteId === note.id)
    for (const cardId of [cards[0]?.id, own?.id]) await review(userId, cardId, firstDay + 1, 'good', 90_000, null)
    expect(await listRecentAnswers(userId, at(firstDay + 2))).toEqual(answers)
    for (let flip = 0; flip < 2; flip++) await undoReview(userId, scheduler, at(firstDay + 2))
    expect(answers[0]).toMatchObject({ answer, item: { id: 'next-state/listen.rcv-syn', version: 1 } })
    await undoReview(userId, scheduler, at(firstDay + 2))
    expect((await listRecentAnswers(userId, at(firstDay + 2))).length).toBe(1)
    expect(await listRecentAnswers('nobody', at(firstDay))).toEqual([])
  })

  it('are no more than the limit, however many there were', async () => {
    const { userId, cards } = await newLearner()
    await review(userId, cards[0]?.id, firstDay, 'good')
    await store.database.writeNow((prepare) =>
      prepare<[{ userId: string; count: number }]>(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)
         INSERT INTO "Review" (id, "userId", "cardId", at, day, "receivedAt", rating, "selfRated", "right", helped, sure,
           "tookMs", "itemId", "itemKind", "itemVersion", seed, given)
         SELECT r.id || i, r."userId", r."cardId", r.at, r.day, r."receivedAt", r.rating, 0, 1, 0, 0, 1, r."itemId",
           r."itemKind", 1, 1, r.given
         FROM n, "Review" r WHERE r."userId" = @userId`,
      ).run({ userId, count: 2 * recentLimits.reviews }),
    )
    expect((await listRecentAnswers(userId, at(firstDay))).length).toBe(recentLimits.reviews)
  })
})
