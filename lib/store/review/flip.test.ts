import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isoDateOf } from '../../review/day'
import type { Deck } from '../../review/deck'
import type { Rating } from '../../review/rating'
import type { ReadySet } from '../../review/ready-sets'
import { defaultSettings } from '../../review/settings'
import { derivedBank } from '../derived-bank'
import { addNote } from '../notes/write-note'
import { prepareStore } from '../prepare'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { addCards } from './add-cards'
import type { Card } from './card'
import { factIdsOf } from './fact-ids-of'
import { findCardOf } from './find-card-of'
import { findNextFlip } from './flip'
import { findLearner, type LearnerToday } from './learner'
import { findNextAsked } from './next-asked'
import { rebuildMemory } from './rebuild'
import { type NewReview, recordReview } from './record-review'
import { siblingsOf } from './siblings-of'
import { resumeCards, suspendCards } from './suspend'
import { undoReview } from './undo-review'

let store: TemporaryStore
let learner: LearnerToday
beforeAll(async () => {
  store = await openTemporaryStore()
  await prepareStore(() => {}, derivedBank)
  const settings = { ...defaultSettings, newPerDay: 3 }
  learner = await findLearner({ userId: undefined, settings, foundTimeZone: 'UTC', now })
}, 60_000)
afterAll(() => store.close())

const now = new Date('2026-11-23T12:00:00.000Z')
const all: Deck = { kind: 'all' }
const facts = ['meaning/TIME-WAIT', 'rule/listen.rcv-syn', 'numbers/listen.rcv-syn', 'path/handshake']

let users = 0
async function newLearner(factIds: readonly string[] = facts) {
  users += 1
  const userId = await addUser(store.database, `flipper ${users}`)
  if (factIds.length > 0) await addCards({ userId, factIds, source: 'set', now })
  const rows = await store.database.prisma.card.findMany({ where: { userId }, orderBy: { rank: 'asc' } })
  return { userId, ids: rows.map(({ id }) => id) }
}

function flipOf(userId: string, cardId: string, rating: Rating, ms = 0): NewReview {
  const at = new Date(now.getTime() + ms)
  const evidence = { right: rating !== 'again', helped: false, sure: false, tookMs: 4000 }
  const plain = { item: null, given: null, evidence, selfRating: rating, siblings: [] }
  return { ...plain, id: randomUUID(), userId, cardId, at, day: learner.today, receivedAt: at }
}

async function record(review: NewReview) {
  const recorded = await recordReview(review, learner)
  if (recorded.kind === 'refused') throw new Error(recorded.error)
  return recorded
}

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('There is none')
  return one
}

describe('a flip', () => {
  it('is a review of the learner’s own rating in the same log, and spoils nothing for the items', async () => {
    const { userId, ids } = await newLearner()
    const cardId = first(ids)
    const item = { id: 'type-state/TIME-WAIT', kind: 'type-state', version: 1, seed: 1 }
    await record({ ...flipOf(userId, cardId, 'good'), item })
    const before = await findCardOf({ userId, cardId })
    const { card } = await record(flipOf(userId, cardId, 'easy', 60_000))
    expect([card.lastItemId, card.kindsMet]).toEqual([item.id, { 'type-state': 1 }])
    expect(card.memory?.reps).toBe(2)
    const [, logged] = await store.database.prisma.review.findMany({ where: { cardId }, orderBy: { at: 'asc' } })
    expect(logged).toMatchObject({ itemId: null, itemKind: 'flashcard', selfRated: true, given: null, rating: 'easy' })
    expect(await rebuildMemory(userId, learner.scheduler, now)).toMatchObject({
      differingCards: [],
      differingTotals: [],
    })
    expect((await undoReview(userId, learner.scheduler, now)).kind).toBe('undone')
    expect(await findCardOf({ userId, cardId })).toEqual(before)
    expect(await rebuildMemory(userId, learner.scheduler, now)).toMatchObject({
      differingCards: [],
      differingTotals: [],
    })
  })

  it('with an answer that comes in late leaves the next item to the last one that asked', async () => {
    const { userId, ids } = await newLearner()
    const cardId = first(ids)
    const item = { id: 'type-state/TIME-WAIT', kind: 'type-state', version: 1, seed: 1 }
    await record(flipOf(userId, cardId, 'good', 60_000))
    expect((await record({ ...flipOf(userId, cardId, 'good'), item })).card.lastItemId).toBe(item.id)
    const differs = await rebuildMemory(userId, learner.scheduler, now)
    expect(differs).toMatchObject({ differingCards: [], differingTotals: [] })
  })

  it('that comes in late brings no sibling back that rests for a later day', async () => {
    const { userId, ids } = await newLearner()
    const [one = '', other = ''] = ids
    const siblings = [facts[1] ?? '']
    await record({ ...flipOf(userId, one, 'good'), siblings })
    await record({ ...flipOf(userId, one, 'good', -86_400_000), day: learner.today - 1, siblings })
    const kept = await store.database.prisma.card.findUniqueOrThrow({ where: { id: other } })
    expect(kept.buriedOn).toBe(learner.today)
  })

  it('sent twice is one', async () => {
    const { userId, ids } = await newLearner()
    const flip = flipOf(userId, first(ids), 'good')
    expect((await record(flip)).kind).toBe('recorded')
    expect((await record(flip)).kind).toBe('already')
    expect((await findCardOf({ userId, cardId: first(ids) }))?.memory?.reps).toBe(1)
  })
})

describe('a fact that nothing asks any more', () => {
  it('is left out, and the next one is asked', async () => {
    const { userId, ids } = await newLearner()
    const { prisma } = store.database
    const items = { factId: facts[0] ?? '', retiredAt: null }
    const withdrawn = { retiredAt: now, retiredWhy: 'unsound' }
    const { waiting: before } = await findNextAsked(userId, learner, now)
    await prisma.item.updateMany({ where: items, data: withdrawn })
    const { waiting, asked } = await findNextAsked(userId, learner, now)
    await prisma.item.updateMany({ where: withdrawn, data: { retiredAt: null, retiredWhy: null } })
    expect([before.fresh, waiting.fresh]).toEqual([3, 3])
    expect(asked?.card.id).toBe(ids[1])
  })
})

describe('the card that is flipped next', () => {
  const next = (userId: string, deck: Deck = all, onScreen: Awaited<ReturnType<typeof findCardOf>> = undefined) =>
    findNextFlip({ userId, learner, now, deck, onScreen: onScreen ?? null })

  it('is that of the review, and shows where each rating leads', async () => {
    const { userId } = await newLearner()
    const { flip, waiting } = await next(userId)
    const { asked } = await findNextAsked(userId, learner, now)
    expect(flip?.card.id).toBe(asked?.card.id)
    expect(waiting).toEqual({ steps: 0, due: 0, fresh: 3, soon: 0 })
    expect(flip?.about).toMatchObject({ kind: 'fact', sides: { kind: 'meaning', state: 'TIME-WAIT' } })
    expect(flip?.after.again.due).toEqual({ kind: 'at', atMs: now.getTime() + 60_000 })
    expect(flip?.after.easy.due.kind).toBe('on')
  })

  it('fetched ahead is neither the one on the screen nor a sibling of it, nor beyond the limit of the day', async () => {
    const { userId, ids } = await newLearner()
    const seen: string[] = []
    let onScreen = (await next(userId)).flip?.card
    for (let turn = 0; turn < 5 && onScreen !== undefined; turn++) {
      seen.push(onScreen.factId ?? '')
      const ahead = await next(userId, all, onScreen)
      await record({
        ...flipOf(userId, onScreen.id, 'easy', turn),
        siblings: onScreen.factId === facts[1] ? [facts[2] ?? ''] : [],
      })
      onScreen = ahead.flip?.card
    }
    // The numbers of the same rule wait for another day; of new cards three a day were chosen.
    expect(seen).toEqual([facts[0], facts[1], facts[3]])
    expect(ids.length).toBe(4)
  })

  it('is of the deck that was chosen, and of nobody else’s', async () => {
    const { userId } = await newLearner()
    expect((await next(userId, { kind: 'set', set: '2msl' })).flip).toBe(undefined)
    expect((await next(userId, { kind: 'set', set: 'handshake' })).flip?.card.factId).toBe('rule/listen.rcv-syn')
    const note = await addNote({ userId, front: 'f', back: 'b', deckId: null, now })
    expect(note.kind).toBe('written')
    expect((await next(userId, { kind: 'mine' })).flip?.about).toMatchObject({ kind: 'note', note: { front: 'f' } })
    const eve = await newLearner([])
    expect((await next(eve.userId, { kind: 'mine' })).flip).toBe(undefined)
    expect((await next(eve.userId)).flip).toBe(undefined)
  })

  it('is no suspended one, until that is taken up again as it was', async () => {
    const { userId, ids } = await newLearner()
    const eve = await newLearner()
    await record(flipOf(userId, first(ids), 'easy'))
    const before = await findCardOf({ userId, cardId: first(ids) })
    const suspension = { userId, cardIds: [...ids, ...eve.ids], now }
    expect(await suspendCards(suspension)).toEqual({ kind: 'changed', count: 4 })
    expect((await next(userId)).flip).toBe(undefined)
    expect((await next(eve.userId)).flip).not.toBe(undefined)
    expect(await resumeCards({ ...suspension, userId: eve.userId })).toEqual({ kind: 'changed', count: 0 })
    expect(await resumeCards(suspension)).toEqual({ kind: 'changed', count: 4 })
    expect(await findCardOf({ userId, cardId: first(ids) })).toEqual(before)
    expect((await next(userId)).flip?.card.id).toBe(ids[1])
  })
})

describe('the card that is flipped next, with an exam ahead', () => {
  const aimed = async () => {
    const settings = { ...defaultSettings, newPerDay: 20, examOn: isoDateOf(learner.today + 60) }
    return findLearner({ userId: undefined, settings, foundTimeZone: 'UTC', now })
  }
  const setOf = (set: ReadySet): Deck => ({ kind: 'set', set })

  it('is that of the review, card after card, within the plan of the day', async () => {
    const learner = await aimed()
    const { userId } = await newLearner([...factIdsOf('states'), ...factIdsOf('handshake')])
    const flipped: string[] = []
    let onScreen: Card | null = null
    for (let turn = 0; turn < 8; turn++) {
      const { asked, waiting } = await findNextAsked(userId, learner, now)
      const shown = await findNextFlip({ userId, learner, now, deck: all, onScreen: null })
      expect(shown.waiting).toEqual(waiting)
      expect(shown.flip?.card.id).toBe(asked?.card.id)
      // What was fetched ahead is what comes.
      if (onScreen !== null) expect(shown.flip?.card.id).toBe(onScreen.id)
      const card: Card | undefined = shown.flip?.card
      if (card === undefined) break
      flipped.push(card.id)
      const ahead = await findNextFlip({ userId, learner, now, deck: all, onScreen: card })
      onScreen = ahead.flip?.card ?? null
      await record({ ...flipOf(userId, card.id, 'easy', turn), siblings: await siblingsOf(card.factId ?? '') })
    }
    // Two thirds of sixty days are more than enough for so few: five a day, and not the twenty of the settings.
    expect(new Set(flipped).size).toBe(5)
    expect(onScreen).toBe(null)
  })

  it('is of the deck, and only what the plan of the whole day has of it', async () => {
    const learner = await aimed()
    const { userId } = await newLearner([...factIdsOf('states'), ...factIdsOf('handshake')])
    const inDeck = async (deck: Deck) => {
      const { waiting, flip } = await findNextFlip({ userId, learner, now, deck, onScreen: null })
      return { fresh: waiting.fresh, factId: flip?.card.factId ?? null }
    }
    const whole = await inDeck(all)
    const [states, handshake] = [await inDeck(setOf('states')), await inDeck(setOf('handshake'))]
    expect(whole.fresh).toBe(5)
    expect(states.fresh + handshake.fresh).toBe(5)
    expect([states.factId, handshake.factId]).toContain(whole.factId)
    for (const [set, { fresh, factId }] of [['states', states] as const, ['handshake', handshake] as const])
      expect(factId === null ? fresh : factIdsOf(set).includes(factId)).toBe(factId === null ? 0 : true)
    expect(await inDeck({ kind: 'mine' })).toEqual({ fresh: 0, factId: null })
  })

  it('is one that is brought forward in the last days', async () => {
    const { userId, ids } = await newLearner()
    for (const [turn, id] of ids.entries()) await record(flipOf(userId, id, 'easy', turn))
    const later = new Date(now.getTime() + 86_400_000)
    const plain = await findLearner({ userId, settings: defaultSettings, foundTimeZone: 'UTC', now: later })
    const last = { ...defaultSettings, examOn: isoDateOf(plain.today + 1), examBlueprint: '408' as const }
    const aiming = await findLearner({ userId, settings: last, foundTimeZone: 'UTC', now: later })
    const ask = (who: LearnerToday) => findNextFlip({ userId, learner: who, now: later, deck: all, onScreen: null })
    expect((await ask(plain)).flip).toBe(undefined)
    const { flip, waiting } = await ask(aiming)
    const review = await findNextAsked(userId, aiming, later)
    expect(waiting).toEqual(review.waiting)
    expect(waiting.due).toBeGreaterThan(0)
    expect(flip?.card.id).toBe(review.asked?.card.id)
  })
})
