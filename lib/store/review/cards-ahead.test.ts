import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyItem } from '../../items/verify'
import { defaultSettings } from '../../review/settings'
import { derivedBank } from '../derived-bank'
import { prepareStore } from '../prepare'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { addCards } from './add-cards'
import { findAskedCard } from './asked-card'
import { findCardsAhead, findShowingsAhead } from './cards-ahead'
import { factIdsOf } from './fact-ids-of'
import { findLearner, type LearnerToday } from './learner'

let store: TemporaryStore
let learner: LearnerToday
let today: number
beforeAll(async () => {
  store = await openTemporaryStore()
  await prepareStore(() => {}, derivedBank)
  learner = await findLearner({ userId: undefined, settings, foundTimeZone: 'UTC', now })
  today = learner.today
}, 60_000)
afterAll(() => store.close())

const now = new Date('2026-03-08T12:00:00Z')
const settings = { ...defaultSettings, newPerDay: 4 }

let users = 0
async function newLearner(factIds = factIdsOf('states')) {
  users += 1
  const userId = await addUser(store.database, `learner ${users}`)
  await addCards({ userId, factIds, source: 'set', now })
  const { prisma } = store.database
  const cards = await prisma.card.findMany({ where: { userId }, orderBy: { rank: 'asc' } })
  /** As the fold would keep a card that was reviewed. */
  const remember = (place: number, due: { readonly dueDay: number } | { readonly dueAt: Date }) =>
    prisma.card.update({
      where: { id: cards[place]?.id ?? '' },
      data: {
        ...due,
        phase: 'dueDay' in due ? 'review' : 'learning',
        stability: 5,
        difficulty: 5,
        step: 0,
        lastAt: now,
        lastDay: today - 5,
        reps: 3,
      },
    })
  const ahead = () => findCardsAhead(userId, learner, now)
  const places = async () => (await ahead()).map(({ card }) => cards.findIndex(({ id }) => id === card.id))
  return { userId, cards, remember, ahead, places }
}

describe('the cards that a device takes along', () => {
  it('are those in steps, those due, the new ones of today, and those of the next days, in this order', async () => {
    const { remember, places } = await newLearner()
    await remember(9, { dueDay: today + 3 })
    await remember(8, { dueDay: today + 4 })
    await remember(7, { dueDay: today })
    await remember(6, { dueAt: new Date(now.getTime() + 600_000) })
    expect(await places()).toEqual([6, 7, 0, 1, 2, 3, 9])
  })

  it('are fifty at most', async () => {
    const { cards, remember, ahead } = await newLearner(factIdsOf('machine'))
    for (let place = 0; place < 60; place++) await remember(place, { dueDay: today })
    expect(cards.length).toBeGreaterThan(60)
    expect((await ahead()).length).toBe(50)
  })

  it('leave out what the learner has set aside, what rests, and what an exam under way asks', async () => {
    const { userId, cards, places } = await newLearner()
    const { prisma } = store.database
    const idOf = (place: number) => cards[place]?.id ?? ''
    await prisma.card.update({ where: { id: idOf(0) }, data: { suspendedAt: now } })
    await prisma.card.update({ where: { id: idOf(1) }, data: { restedAt: now } })
    const factId = cards[2]?.factId ?? ''
    const item = await prisma.item.findFirstOrThrow({ where: { factId } })
    await prisma.examAttempt.create({
      data: {
        id: `attempt ${userId}`,
        blueprint: '{}',
        questions: 1,
        minutes: 10,
        startedAt: now,
        endsAt: now,
        openUserId: userId,
        userId,
        paper: {
          create: {
            position: 0,
            itemId: item.id,
            itemVersion: item.version,
            factId,
            topic: item.topic,
            level: item.level,
            pathLength: 'short',
            body: item.body,
            seed: 1,
            points: 1,
          },
        },
      },
    })
    expect(await places()).toEqual([3, 4, 5, 6])
    await prisma.examAttempt.update({ where: { id: `attempt ${userId}` }, data: { openUserId: null, finishedAt: now } })
    expect(await places()).toEqual([2, 3, 4, 5])
  })

  it('change their version with every review, and not by being asked for', async () => {
    const { remember, ahead } = await newLearner()
    const versions = async () => (await ahead()).map(({ version }) => version)
    const before = await versions()
    expect(await versions()).toEqual(before)
    await remember(0, { dueDay: today })
    expect((await versions())[0]).not.toBe(before[0])
  })

  it('know which of the others rest when one is asked', async () => {
    const { ahead } = await newLearner(['rule/listen.rcv-syn', 'meaning/LISTEN', 'numbers/listen.rcv-syn'])
    const taken = await ahead()
    const [rule, , numbers] = taken.map(({ card }) => card.id)
    expect(taken.map(({ siblings }) => siblings)).toEqual([[numbers], [], [rule]])
  })
})

describe('a card that travels', () => {
  it('is asked first as it would be asked online, then in other forms, each sound, without a name that tells', async () => {
    const { ahead } = await newLearner(factIdsOf('close'))
    for (const { card } of await ahead()) {
      const showings = await findShowingsAhead(card)
      const asked = await findAskedCard(card)
      expect(showings.length).toBe(3)
      expect(showings[0]).toMatchObject({ handle: asked?.handle, seed: asked?.seed })
      expect(new Set(showings.map(({ handle, seed }) => `${handle} ${seed}`)).size).toBe(3)
      for (const showing of showings) {
        expect(Object.keys(showing).toSorted()).toEqual(['body', 'handle', 'level', 'print', 'seed', 'topic'])
        expect(verifyItem({ id: 'of a device', body: showing.body })).toEqual([])
        // Neither the item's name nor the fact's, which often say the answer.
        expect(JSON.stringify(showing)).not.toContain(asked?.item.id)
        expect(JSON.stringify(showing)).not.toContain(card.factId)
      }
    }
  })
})
