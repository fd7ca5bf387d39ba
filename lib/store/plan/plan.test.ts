import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presets } from '../../assessment/blueprint'
import { randomFrom } from '../../items/random'
import { isoDateOf } from '../../review/day'
import { noonOf } from '../../review/past.testing'
import { createScheduler, defaultScheduling } from '../../review/scheduler'
import { defaultSettings, type Settings } from '../../review/settings'
import { listActiveItems } from '../active-items'
import { derivedBank } from '../derived-bank'
import { findExam } from '../exam/exam'
import { startExam } from '../exam/start-exam'
import { prepareStore } from '../prepare'
import { findLearner } from '../review/learner'
import { findNextAsked } from '../review/next-asked'
import { recordReview } from '../review/record-review'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { writePast } from '../training/past.testing'
import { findExamPlan } from './exam-plan'
import { findExamShares } from './exam-shares'
import { predictToday } from './prediction'

let store: TemporaryStore
beforeAll(async () => {
  store = await openTemporaryStore()
  await prepareStore(() => {}, derivedBank)
}, 60_000)
afterAll(() => store.close())

const firstDay = 20_000
const days = 30
const today = firstDay + days
const now = new Date(noonOf(today))
const scheduler = createScheduler(defaultScheduling)

const settingsFor = (examIn: number | null, other: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  timeZone: 'UTC',
  examOn: examIn === null ? null : isoDateOf(today + examIn),
  ...other,
})

let users = 0
/** A user with a past of thirty days over so many cards of facts of the whole bank. */
async function learnerWith(cards: number, newPerDay = cards) {
  users += 1
  const userId = await addUser(store.database, `learner ${users}`)
  const facts = new Map((await listActiveItems()).map((item) => [item.factId, item]))
  const step = Math.max(1, Math.floor(facts.size / Math.max(1, cards)))
  const items = [...facts.values()].filter((_, index) => index % step === 0).slice(0, cards)
  const past = { firstDay, days, newPerDay, truth: () => scheduler, random: randomFrom(users) }
  await writePast(store.database, userId, { items, past })
  return userId
}

const person = (userId: string, settings: Settings) => ({ userId, settings, foundTimeZone: 'UTC', now })
const planOf = (userId: string, settings: Settings) => findExamPlan(person(userId, settings))

async function askedOf(userId: string, settings: Settings) {
  const learner = await findLearner(person(userId, settings))
  return { learner, ...(await findNextAsked(userId, learner, now)) }
}

describe('the plan', () => {
  it('is none without an exam and after it, and aims at nothing on the day itself', async () => {
    const userId = await learnerWith(20)
    expect(await planOf(userId, settingsFor(null))).toBe(null)
    expect(await planOf(userId, settingsFor(-1))).toBe(null)
    const plain = await askedOf(userId, settingsFor(null))
    const onTheDay = await askedOf(userId, settingsFor(0))
    expect(onTheDay.waiting).toEqual(plain.waiting)
    expect(onTheDay.asked?.card.id).toBe(plain.asked?.card.id)
    expect(await planOf(userId, settingsFor(0))).toMatchObject({ days: 0, ahead: 0, onTheDay: null })
  })

  it('agrees with what the review has left, brings cards forward in the last days, and shrinks with each review', async () => {
    const userId = await learnerWith(80)
    const settings = settingsFor(1)
    const plain = await askedOf(userId, settingsFor(null))
    const before = await planOf(userId, settings)
    if (before === null) throw new Error('There is an exam')
    expect(before.ahead).toBeGreaterThan(0)
    expect(before.reviews).toBe(plain.waiting.due + before.ahead)
    for (let review = 0; review < 3; review++) {
      const { learner, waiting, asked } = await askedOf(userId, settings)
      expect(waiting.due).toBe(before.reviews - review)
      if (asked?.kind !== 'item') throw new Error('Something is left')
      const { id, kind, version } = asked.item
      const recorded = await recordReview(
        {
          id: `${userId} of the plan ${review}`,
          userId,
          cardId: asked.card.id,
          at: now,
          day: today,
          receivedAt: now,
          item: { id, kind, version, seed: 1 },
          given: null,
          evidence: { right: true, helped: false, sure: false, tookMs: 30_000 },
          selfRating: 'good',
          siblings: [],
        },
        learner,
      )
      expect(recorded.kind).toBe('recorded')
    }
    const after = await planOf(userId, settings)
    expect(after?.reviews).toBe(before.reviews - 3)
    // Half a minute each, by what is usual for this learner.
    expect(before.minutes).toBe(null)
    expect(after?.minutes).toBe(Math.ceil((after?.reviews ?? 0) / 2))
  })

  it('keeps to the daily limit, rests on a holiday, and says how many new cards cannot be met', async () => {
    const userId = await learnerWith(60, 1)
    const plan = await planOf(userId, settingsFor(1, { reviewsPerDay: 4, newPerDay: 7 }))
    expect(plan).toMatchObject({ reviews: 4, fresh: 7, unmet: 60 - days - 7, neededPerDay: 30 })
    const holiday = { from: isoDateOf(today), to: isoDateOf(today) }
    expect(await planOf(userId, settingsFor(5, { holiday }))).toMatchObject({ isHoliday: true, reviews: 0, fresh: 0 })
    const learner = await askedOf(userId, settingsFor(5, { holiday }))
    expect(learner.waiting).toMatchObject({ due: 0, fresh: 0 })
  })

  it('foresees a better score if it is kept than if the exam were today, and better the more is known', async () => {
    const [little, much] = [await learnerWith(40, 2), await learnerWith(250)]
    const settings = settingsFor(20)
    const [ofLittle, ofMuch] = [await planOf(little, settings), await planOf(much, settings)]
    const meanOf = (plan: typeof ofMuch, which: 'ifToday' | 'onTheDay') => plan?.[which]?.mean ?? 0
    expect(meanOf(ofLittle, 'onTheDay')).toBeGreaterThan(meanOf(ofLittle, 'ifToday'))
    expect(meanOf(ofMuch, 'ifToday')).toBeGreaterThan(meanOf(ofLittle, 'ifToday') + 0.2)
    expect(ofLittle?.untaken).toBe((ofLittle?.facts ?? 0) - (await heldOfExam(little)))
    const newcomer = await addUser(store.database, 'newcomer')
    expect(await planOf(newcomer, settings)).toMatchObject({ reviews: 0, fresh: 0, ifToday: null, onTheDay: null })
  })
})

async function heldOfExam(userId: string): Promise<number> {
  const { weights } = await findExamShares(presets.midterm)
  const cards = await store.database.prisma.card.findMany({ where: { userId } })
  return cards.filter(({ factId }) => weights.has(factId ?? '')).length
}

describe('a mock exam', () => {
  it('keeps the score that was expected at its start', async () => {
    const userId = await learnerWith(100)
    const settings = settingsFor(null)
    const learner = await findLearner(person(userId, settings))
    const prediction = await predictToday(userId, presets['408'], learner)
    if (prediction === null) throw new Error('Something is known')
    const started = await startExam({ userId, blueprint: presets['408'], seed: 1, prediction, now })
    if (started.kind !== 'started') throw new Error(started.kind)
    const exam = await findExam({ userId, attemptId: started.attemptId, now })
    expect(exam?.prediction).toEqual(prediction)
    // Its shape is that of the exam prepared for, where the learner says so.
    const last = await planOf(userId, settingsFor(20, { examBlueprint: 'last' }))
    const as408 = await planOf(userId, settingsFor(20, { examBlueprint: '408' }))
    expect(last?.ifToday).toEqual(as408?.ifToday)
    expect(last?.ifToday).not.toEqual((await planOf(userId, settingsFor(20)))?.ifToday)
  })
})
