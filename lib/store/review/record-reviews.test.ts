import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Body } from '../../items/item'
import { findFreshBody, markBody } from '../../items/mark'
import { printOf } from '../../items/print-of'
import { defaultSettings } from '../../review/settings'
import { derivedBank } from '../derived-bank'
import { prepareStore } from '../prepare'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { addCards } from './add-cards'
import { findAskedCard } from './asked-card'
import { findCard } from './card'
import { findLearner, type LearnerToday } from './learner'
import { rebuildMemory } from './rebuild'
import { type DeviceReview, recordReviews } from './record-reviews'

let store: TemporaryStore
let learner: LearnerToday
beforeAll(async () => {
  store = await openTemporaryStore()
  await prepareStore(() => {}, derivedBank)
  learner = await findLearner({ userId: undefined, settings: defaultSettings, foundTimeZone: 'UTC', now })
}, 60_000)
afterAll(() => store.close())

const now = new Date('2026-03-08T12:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

let users = 0
async function newLearner() {
  users += 1
  const userId = await addUser(store.database, `learner ${users}`)
  await addCards({ userId, factIds: ['meaning/TIME-WAIT', 'meaning/LISTEN'], source: 'set', now })
  const rows = await store.database.prisma.card.findMany({ where: { userId }, orderBy: { rank: 'asc' } })
  const [first, second] = rows
  if (first === undefined || second === undefined) throw new Error('There are two cards')
  return { userId, first: first.id, second: second.id }
}

/** An answer to a card as it is asked now, right or wrong. */
async function answered(userId: string, cardId: string, at: Date, right = true): Promise<DeviceReview> {
  const card = findCard(store.database.read, { userId, cardId })
  const asked = card === undefined ? undefined : await findAskedCard(card)
  if (asked === undefined) throw new Error('The card is asked')
  const { handle, seed } = asked
  const body = findFreshBody(asked.item, asked.card.factId, seed)
  const choices = body === null ? [] : [0, 1, 2, 3].filter((choice) => isRight(body, seed, choice) === right)
  const [choice = 63] = choices
  return {
    id: randomUUID(),
    card: cardId,
    handle,
    seed,
    given: { choice },
    print: body === null ? 0 : printOf(body, seed),
    tookMs: 4000,
    sure: false,
    rating: null,
    at,
  }
}

function isRight(body: Body, seed: number, choice: number): boolean {
  const marked = markBody(body, seed, { choice })
  return marked.kind === 'marked' && marked.right
}

const send = (userId: string, reviews: readonly (DeviceReview | null)[], receivedAt = minutes(600)) =>
  recordReviews({ userId, reviews, receivedAt }, learner)

const logOf = (userId: string) =>
  store.database.prisma.review.findMany({ where: { userId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })

const memoryOf = (userId: string, cardId: string) => findCard(store.database.read, { userId, cardId })?.memory

describe('reviews of a device', () => {
  it('are recorded once, in order of time, though they are sent twice and turned round', async () => {
    const memories = []
    for (const turned of [false, true]) {
      const { userId, first, second } = await newLearner()
      const reviews = [
        await answered(userId, first, minutes(0)),
        await answered(userId, second, minutes(1), false),
        await answered(userId, first, minutes(20), false),
        await answered(userId, first, minutes(45)),
      ].map((review, place) => ({
        ...review,
        id: `00000000-0000-4000-8000-00000000000${place}`.replace('-4000', `-4${String(users).padStart(3, '0')}`),
      }))
      const sent = turned ? reviews.toReversed() : reviews
      expect(await send(userId, sent)).toEqual(sent.map(() => ({ kind: 'recorded' })))
      const log = await logOf(userId)
      const memory = memoryOf(userId, first)
      memories.push(memory)
      expect(log.map(({ id }) => id)).toEqual(reviews.map(({ id }) => id))
      expect(memory?.reps).toBe(3)

      expect(await send(userId, sent.toReversed(), minutes(700))).toEqual(sent.map(() => ({ kind: 'already' })))
      expect(await logOf(userId)).toEqual(log)
      expect(memoryOf(userId, first)).toEqual(memory)
      expect(await rebuildMemory(userId, learner.scheduler, minutes(800))).toMatchObject({
        differingCards: [],
        differingTotals: [],
      })
    }
    expect(memories[0]).toEqual(memories[1])
  })

  it('of two devices about one card are both in its log, and its memory is the fold of both', async () => {
    const memories = []
    for (const phoneFirst of [true, false]) {
      const { userId, first } = await newLearner()
      // Both have taken the same card along in the same state.
      const phone = [await answered(userId, first, minutes(0)), await answered(userId, first, minutes(30), false)]
      const desk = [await answered(userId, first, minutes(10))]
      for (const device of phoneFirst ? [phone, desk] : [desk, phone]) await send(userId, device)
      const log = await logOf(userId)
      expect(log.map(({ id }) => id)).toEqual([phone[0]?.id, desk[0]?.id, phone[1]?.id])
      expect(memoryOf(userId, first)).toMatchObject({ reps: 3 })
      expect(await rebuildMemory(userId, learner.scheduler, minutes(700))).toMatchObject({ differingCards: [] })
      memories.push(memoryOf(userId, first))
    }
    expect(memories[0]).toEqual(memories[1])
  })

  it('are marked by the machine, each by itself: what is not mine or fits nothing stops no other', async () => {
    const [ada, eve] = [await newLearner(), await newLearner()]
    const sound = await answered(ada.userId, ada.first, minutes(0))
    const stranger = await answered(eve.userId, eve.first, minutes(1))
    const misfit = { ...(await answered(ada.userId, ada.second, minutes(2))), given: { choice: 40 } }
    const withdrawn = { ...(await answered(ada.userId, ada.second, minutes(3))), handle: 1 }
    expect(await send(ada.userId, [stranger, misfit, null, withdrawn, sound])).toEqual([
      { kind: 'refused', error: 'no such card' },
      { kind: 'refused', error: 'invalid' },
      { kind: 'refused', error: 'invalid' },
      { kind: 'refused', error: 'no such card' },
      { kind: 'recorded' },
    ])
    expect(await logOf(eve.userId)).toEqual([])
    const [review] = await logOf(ada.userId)
    expect(review).toMatchObject({ right: true, rating: 'good' })
  })

  it('are refused where the question is not what it was when it was taken along', async () => {
    const { userId, first } = await newLearner()
    const review = await answered(userId, first, minutes(0))
    const changed = { ...review, print: (review.print + 1) % 2 ** 32 }
    expect(await send(userId, [changed])).toEqual([{ kind: 'refused', error: 'withdrawn' }])
    // Neither is it said that the answer makes no sense, where it is the options that are others.
    expect(await send(userId, [{ ...changed, given: { choice: 60 } }])).toEqual([
      { kind: 'refused', error: 'withdrawn' },
    ])
    expect(await logOf(userId)).toEqual([])
    expect(await send(userId, [review])).toEqual([{ kind: 'recorded' }])
  })

  it('count by the learner’s own rating where they gave one, whatever their settings have become since', async () => {
    const { userId, first, second } = await newLearner()
    const settings = { ...defaultSettings, selfRating: true }
    const byThemselves = await findLearner({ userId, settings, foundTimeZone: 'UTC', now })
    const unrated = await answered(userId, first, minutes(0))
    await recordReviews({ userId, reviews: [unrated], receivedAt: minutes(5) }, byThemselves)
    await send(userId, [{ ...(await answered(userId, second, minutes(1))), rating: 'easy' }])
    const [evidence, own] = await logOf(userId)
    expect(evidence).toMatchObject({ selfRated: false })
    expect(evidence?.rating).not.toBe('easy')
    expect(own).toMatchObject({ selfRated: true, rating: 'easy' })
  })
})
