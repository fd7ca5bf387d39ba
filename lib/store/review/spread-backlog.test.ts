import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../review/settings'
import { derivedBank } from '../derived-bank'
import { prepareStore } from '../prepare'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { addCards } from './add-cards'
import { factIdsOf } from './fact-ids-of'
import { findLearner } from './learner'
import { findQueue } from './next-card'
import { rebuildMemory } from './rebuild'
import { recordReview } from './record-review'
import { countResting, listResting, takeUpAgain } from './resting'
import { findBacklog, gatherBacklog, spreadBacklog } from './spread-backlog'

let store: TemporaryStore
beforeAll(async () => {
  store = await openTemporaryStore()
  await prepareStore(() => {}, derivedBank)
}, 60_000)
afterAll(() => store.close())

const dayMs = 86_400_000
const firstDay = 20_000
const settings = { ...defaultSettings, timeZone: 'UTC' }
const at = (day: number) => new Date(day * dayMs + 12 * 3_600_000)
const learnerOn = (day: number) => findLearner({ userId: undefined, settings, foundTimeZone: undefined, now: at(day) })

async function reviewed(userId: string, card: { id: string }, day: number, right: boolean, option = 'state:CLOSING') {
  const recorded = await recordReview(
    {
      id: randomUUID(),
      userId,
      cardId: card.id,
      at: at(day),
      day,
      receivedAt: at(day),
      item: { id: 'next-state/listen.rcv-syn', kind: 'next-state', version: 1, seed: 1 },
      given: { form: 'choice', option },
      evidence: { right, helped: false, sure: false, tookMs: 5000 },
      selfRating: right ? 'easy' : 'again',
      siblings: [],
    },
    await learnerOn(day),
  )
  if (recorded.kind === 'refused') throw new Error(recorded.error)
  return recorded
}

/** A user who reviewed the eleven states once, and has not come back for two months. */
async function comeBack(name: string) {
  const userId = await addUser(store.database, name)
  await addCards({ userId, factIds: factIdsOf('states'), source: 'set', now: at(firstDay) })
  const cards = await store.database.prisma.card.findMany({ where: { userId }, orderBy: { rank: 'asc' } })
  for (const card of cards) await reviewed(userId, card, firstDay, true)
  return { userId, cards, today: firstDay + 60 }
}

const dueOn = async (userId: string, day: number) =>
  (await findQueue({ userId, now: at(day), today: day, newPerDay: 9, reviewsPerDay: 99 })).waiting.due

describe('a backlog', () => {
  it('is spread over days, evenly and holidays left out, and asked when its day has come', async () => {
    const { userId, today } = await comeBack('spreads')
    expect(await findBacklog({ userId, today })).toEqual({ due: 11, overdue: 11, postponed: 0 })
    const learner = await learnerOn(today)
    const holiday = { from: today + 1, to: today + 1 }
    const spread = { ...learner, workload: { ...learner.workload, holiday } }
    expect(await spreadBacklog(userId, spread, 4)).toBe(7)
    expect(await findBacklog({ userId, today })).toEqual({ due: 4, overdue: 4, postponed: 7 })
    const days = await Promise.all([0, 1, 2, 3].map((later) => dueOn(userId, today + later)))
    expect(days).toEqual([4, 4, 8, 11])
  })

  it('is spread no further than to the eve of an exam', async () => {
    const { userId, today } = await comeBack('sits an exam')
    const learner = await learnerOn(today)
    const examOn = new Date((today + 3) * dayMs).toISOString().slice(0, 10)
    expect(await spreadBacklog(userId, { ...learner, settings: { ...settings, examOn } }, 30)).toBe(7)
    const days = await Promise.all([0, 1, 2].map((later) => dueOn(userId, today + later)))
    expect(days).toEqual([4, 8, 11])
  })

  it('is gathered again as if nothing had been spread, and its memory never changed', async () => {
    const { userId, today } = await comeBack('gathers')
    await spreadBacklog(userId, await learnerOn(today), 7)
    const { scheduler } = await learnerOn(today)
    expect((await rebuildMemory(userId, scheduler, at(today))).differingCards).toEqual([])
    expect(await gatherBacklog(userId)).toBe('gathered')
    expect(await findBacklog({ userId, today })).toEqual({ due: 11, overdue: 11, postponed: 0 })
  })

  it('lets a card go that was reviewed all the same, and is nobody else’s', async () => {
    const { userId, cards, today } = await comeBack('goes on')
    const stranger = await comeBack('stranger')
    await spreadBacklog(userId, await learnerOn(today), 11)
    const waiting = await store.database.prisma.card.findFirstOrThrow({ where: { userId, postponedTo: today + 10 } })
    await reviewed(userId, waiting, today, false)
    expect(await store.database.prisma.card.findUniqueOrThrow({ where: { id: waiting.id } })).toMatchObject({
      postponedTo: null,
    })
    expect(await findBacklog({ userId: stranger.userId, today })).toMatchObject({ due: cards.length, postponed: 0 })
  })
})

describe('a leech', () => {
  it('rests at the sixth lapse with its wrong answers, and three lapses after it was taken up', async () => {
    const { userId, cards } = await comeBack('forgets')
    const [card] = cards
    if (card === undefined) throw new Error('There are eleven')
    let day = firstDay + 60
    let rests = 0
    for (let lapse = 1; lapse <= 9; lapse++) {
      const { kind, ...forgotten } = await reviewed(userId, card, day, false)
      if (kind === 'recorded' && 'leech' in forgotten && forgotten.leech) {
        rests += 1
        expect([6, 9]).toContain(lapse)
        expect(await listResting(userId)).toMatchObject([{ id: card.id, factId: card.factId, lapses: lapse }])
        expect((await listResting(userId))[0]?.wrong[0]).toEqual({ form: 'choice', option: 'state:CLOSING' })
        await takeUpAgain((await comeBack(`stranger at ${lapse}`)).userId, card.id)
        expect(await countResting(userId)).toBe(1)
        await takeUpAgain(userId, card.id)
        expect(await countResting(userId)).toBe(0)
      }
      await reviewed(userId, card, day + 1, true)
      day += 30
    }
    expect(rests).toBe(2)
  })
})
