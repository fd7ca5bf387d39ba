import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siblingsAmong } from '../../items/siblings'
import { evenWorkload } from '../../review/balance'
import type { Rating } from '../../review/rating'
import { createScheduler, defaultScheduling } from '../../review/scheduler'
import { derivedBank } from '../derived-bank'
import { prepareStore } from '../prepare'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { addCards } from './add-cards'
import { type Card, findCard } from './card'
import { findQueue } from './next-card'
import { rebuildMemory } from './rebuild'
import { type NewReview, recordReview } from './record-review'
import { listTotals } from './totals'
import { undoReview } from './undo-review'

let store: TemporaryStore
beforeAll(async () => {
  store = await openTemporaryStore()
  await prepareStore(() => {}, derivedBank)
}, 60_000)
afterAll(() => store.close())

const dayMs = 86_400_000
const firstDay = 20_000
const scheduler = createScheduler(defaultScheduling)
const learner = { scheduler, workload: evenWorkload }
const facts = ['rule/listen.rcv-syn', 'numbers/listen.rcv-syn', 'meaning/TIME-WAIT', 'path/handshake'] as const
const siblings = siblingsAmong(facts)
const at = (day: number, ms = 0) => new Date(day * dayMs + 12 * 3_600_000 + ms)

let users = 0
/** A user with a card for each of `facts`. */
async function newLearner() {
  users += 1
  const userId = await addUser(store.database, `learner ${users}`)
  await addCards({ userId, factIds: facts, source: 'set', now: at(firstDay) })
  const rows = await store.database.prisma.card.findMany({ where: { userId }, orderBy: { rank: 'asc' } })
  return { userId, cards: rows.map(({ id, factId }) => ({ id, factId })) }
}

function reviewOf(
  userId: string,
  card: { id: string; factId: string | null },
  day: number,
  rating: Rating,
  ms = 0,
): NewReview {
  return {
    id: randomUUID(),
    userId,
    cardId: card.id,
    at: at(day, ms),
    day,
    receivedAt: at(day, ms),
    item: { id: 'next-state/listen.rcv-syn', kind: 'next-state', version: 1, seed: 1 },
    given: { choice: 0 },
    evidence: { right: rating !== 'again', helped: false, sure: false, tookMs: 5000 },
    selfRating: rating,
    siblings: siblings.get(card.factId ?? '') ?? [],
  }
}

async function record(review: NewReview) {
  const recorded = await recordReview(review, learner)
  if (recorded.kind === 'refused') throw new Error(recorded.error)
  return recorded
}

const queueOf = (userId: string, day: number, limits = { newPerDay: 20, reviewsPerDay: 200 }) =>
  findQueue({ userId, now: at(day), today: day, ...limits })

const cardOf = (userId: string, cardId: string): Card | undefined => findCard(store.database.read, { userId, cardId })

describe('cards', () => {
  it('are made once for each fact that the bank holds, in the order given', async () => {
    const { userId, cards } = await newLearner()
    expect(cards.map(({ factId }) => factId)).toEqual(facts)
    const again = {
      userId,
      factIds: [...facts, 'meaning/CLOSED', 'no/fact'],
      source: 'learn',
      now: at(firstDay),
    } as const
    expect(await addCards(again)).toEqual({ kind: 'added', count: 1 })
    expect(await addCards({ ...again, factIds: ['no/fact'] })).toEqual({ kind: 'refused', error: 'no such fact' })
  })
})

describe('the queue', () => {
  it('introduces new cards in their order, up to the limit of the day', async () => {
    const { userId, cards } = await newLearner()
    const { waiting, next } = await queueOf(userId, firstDay, { newPerDay: 2, reviewsPerDay: 200 })
    expect(waiting).toEqual({ steps: 0, due: 0, fresh: 2, soon: 0 })
    expect(next?.id).toBe(cards[0]?.id)
    expect((await queueOf(userId, firstDay, { newPerDay: 0, reviewsPerDay: 200 })).next).toBe(null)
  })

  it('leaves siblings out for the day, and brings them back on the next', async () => {
    const { userId, cards } = await newLearner()
    const [rule, , meaning] = cards
    if (rule === undefined) throw new Error('There is a card')
    await record(reviewOf(userId, rule, firstDay, 'easy'))
    const today = await queueOf(userId, firstDay)
    expect(today.waiting.fresh).toBe(2)
    expect(today.next?.id).toBe(meaning?.id)
    expect((await queueOf(userId, firstDay + 1)).waiting.fresh).toBe(3)
  })

  it('asks a card in steps again when its time has come, and the likeliest forgotten of those due first', async () => {
    const { userId, cards } = await newLearner()
    const [, , meaning, path] = cards
    if (meaning === undefined || path === undefined) throw new Error('There are four')
    await record(reviewOf(userId, meaning, firstDay, 'again'))
    const soon = await findQueue({ userId, now: at(firstDay, 30_000), today: firstDay, newPerDay: 0, reviewsPerDay: 9 })
    expect(soon).toMatchObject({ waiting: { steps: 0, soon: 1 }, next: { id: meaning.id } })
    const now = await findQueue({ userId, now: at(firstDay, 60_000), today: firstDay, newPerDay: 9, reviewsPerDay: 9 })
    expect(now).toMatchObject({ waiting: { steps: 1, soon: 0 }, next: { id: meaning.id } })

    await record(reviewOf(userId, meaning, firstDay, 'easy', 60_000))
    await record(reviewOf(userId, path, firstDay, 'easy'))
    const later = await queueOf(userId, firstDay + 60, { newPerDay: 0, reviewsPerDay: 9 })
    expect(later.waiting.due).toBe(2)
    const stability = (id: string) => cardOf(userId, id)?.memory?.stability ?? 0
    expect(later.next?.id).toBe(stability(meaning.id) < stability(path.id) ? meaning.id : path.id)
    expect((await queueOf(userId, firstDay + 60, { newPerDay: 0, reviewsPerDay: 1 })).waiting.due).toBe(1)
  })

  it('shows nobody the cards of another', async () => {
    const [ada, eve] = [await newLearner(), await newLearner()]
    const [card] = ada.cards
    if (card === undefined) throw new Error('There is a card')
    expect(await recordReview(reviewOf(eve.userId, card, firstDay, 'good'), learner)).toEqual({
      kind: 'refused',
      error: 'no such card',
    })
    expect(cardOf(ada.userId, card.id)?.memory).toBe(null)
  })
})

describe('a review', () => {
  it('sent twice, or fifty times at once, is one review', async () => {
    const { userId, cards } = await newLearner()
    const [card] = cards
    if (card === undefined) throw new Error('There is a card')
    const review = reviewOf(userId, card, firstDay, 'good')
    const all = await Promise.all(Array.from({ length: 50 }, () => recordReview(review, learner)))
    expect(all.filter(({ kind }) => kind === 'recorded').length).toBe(1)
    expect(all.filter(({ kind }) => kind === 'already').length).toBe(49)
    expect(await store.database.prisma.review.count({ where: { userId } })).toBe(1)
    expect(cardOf(userId, card.id)?.memory?.reps).toBe(1)
  })

  it('of two devices ends the same, in whatever order they come', async () => {
    const results = []
    for (const turned of [false, true]) {
      const { userId, cards } = await newLearner()
      const [card] = cards
      if (card === undefined) throw new Error('There is a card')
      await record(reviewOf(userId, card, firstDay, 'easy'))
      const phone = { ...reviewOf(userId, card, firstDay + 9, 'again'), id: `${users} phone` }
      const desk = { ...reviewOf(userId, card, firstDay + 9, 'good', 3_600_000), id: `${users} desk` }
      for (const review of turned ? [desk, phone] : [phone, desk]) await record(review)
      results.push(cardOf(userId, card.id)?.memory)
      expect(await store.database.prisma.review.count({ where: { cardId: card.id } })).toBe(3)
      expect(await rebuildMemory(userId, scheduler, at(firstDay + 10))).toMatchObject({ differingCards: [] })
    }
    expect(results[0]?.reps).toBe(3)
    expect(results[0]).toEqual(results[1])
  })

  it('that makes the sixth lapse puts the card to rest, and says so once', async () => {
    const { userId, cards } = await newLearner()
    const [card] = cards
    if (card === undefined) throw new Error('There is a card')
    const leeches: boolean[] = []
    let day = firstDay
    for (let lapse = 0; lapse < 6; lapse++) {
      await record(reviewOf(userId, card, day, 'easy'))
      day += 30
      const recorded = await record(reviewOf(userId, card, day, 'again'))
      leeches.push(recorded.kind === 'recorded' && recorded.leech)
      day += 1
    }
    expect(leeches).toEqual([false, false, false, false, false, true])
    expect(cardOf(userId, card.id)?.rested).toBe(true)
    expect((await queueOf(userId, day, { newPerDay: 0, reviewsPerDay: 200 })).next).toBe(null)
  })
})

describe('undo', () => {
  it('takes back one review after the other, and everything is as it was before them', async () => {
    const { userId, cards } = await newLearner()
    const [card, , other] = cards
    if (card === undefined || other === undefined) throw new Error('There are four')
    const states = [cardOf(userId, card.id)]
    for (const [index, rating] of (['good', 'good', 'again'] as const).entries()) {
      await record(reviewOf(userId, card, firstDay + index * 3, rating, index))
      states.push(cardOf(userId, card.id))
    }
    const kept = (one: Card | undefined) => ({ ...one, kindsMet: {} })
    for (const expected of states.slice(0, -1).reverse()) {
      expect((await undoReview(userId, scheduler, at(firstDay + 9))).kind).toBe('undone')
      expect(kept(cardOf(userId, card.id))).toEqual(kept(expected))
    }
    expect(await undoReview(userId, scheduler, at(firstDay + 9))).toEqual({ kind: 'refused', error: 'nothing to undo' })
    expect(await store.database.prisma.review.count({ where: { userId } })).toBe(3)
    const totals = await listTotals({ userId, scope: 'day', from: firstDay, to: firstDay + 9 })
    expect(totals.map(({ reviews, fresh, tookMs }) => [reviews, fresh, tookMs])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ])
    expect(await rebuildMemory(userId, scheduler, at(firstDay + 9))).toEqual({
      cards: 4,
      differingCards: [],
      differingTotals: [],
    })
  })
})

describe('undo of the review that is meant', () => {
  it('takes that one back and no other, however often it is asked for', async () => {
    const { userId, cards } = await newLearner()
    const [card] = cards
    if (card === undefined) throw new Error('There are four')
    const [first, second] = [reviewOf(userId, card, firstDay, 'good', 1), reviewOf(userId, card, firstDay, 'good', 2)]
    for (const review of [first, second]) await record(review)
    const when = at(firstDay + 1)
    const refused = { kind: 'refused', error: 'nothing to undo' }
    // It is the last one no more, since another device has reviewed.
    expect(await undoReview(userId, scheduler, when, first.id)).toEqual(refused)
    expect(cardOf(userId, card.id)?.memory?.reps).toBe(2)
    expect((await undoReview(userId, scheduler, when, second.id)).kind).toBe('undone')
    expect(await undoReview(userId, scheduler, when, second.id)).toEqual(refused)
    expect(cardOf(userId, card.id)?.memory?.reps).toBe(1)
    expect((await undoReview(userId, scheduler, when, first.id)).kind).toBe('undone')
    expect(await undoReview(userId, scheduler, when, first.id)).toEqual(refused)
  })
})

describe('what is kept', () => {
  it('is what the log folds to, after many reviews, late ones and undone ones', async () => {
    const { userId, cards } = await newLearner()
    const ratings = ['good', 'again', 'easy', 'hard', 'good', 'good'] as const
    for (let turn = 0; turn < 60; turn++) {
      const card = cards[turn % cards.length]
      if (card === undefined) throw new Error('There are four')
      const late = turn % 7 === 6 ? 20 : 0
      await record(reviewOf(userId, card, firstDay + turn * 2 - late, ratings[turn % ratings.length] ?? 'good', turn))
      if (turn % 11 === 10) await undoReview(userId, scheduler, at(firstDay + turn * 2))
    }
    const rebuilt = await rebuildMemory(userId, scheduler, at(firstDay + 200))
    expect(rebuilt).toEqual({ cards: 4, differingCards: [], differingTotals: [] })
  })

  it('is put right where somebody has changed it', async () => {
    const { userId, cards } = await newLearner()
    const [card] = cards
    if (card === undefined) throw new Error('There is a card')
    await record(reviewOf(userId, card, firstDay, 'easy'))
    const { prisma } = store.database
    await prisma.card.update({ where: { id: card.id }, data: { stability: 1, dueDay: 1 } })
    await prisma.reviewTotal.updateMany({ where: { userId }, data: { reviews: 7 } })
    const rebuilt = await rebuildMemory(userId, scheduler, at(firstDay))
    expect(rebuilt).toEqual({ cards: 4, differingCards: [card.id], differingTotals: [`day ${firstDay}`] })
    expect(await rebuildMemory(userId, scheduler, at(firstDay))).toMatchObject({
      differingCards: [],
      differingTotals: [],
    })
  })
})
