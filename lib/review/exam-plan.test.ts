import { describe, expect, test } from 'vitest'
import { presets } from '../assessment/blueprint'
import { factShares, weightsOf } from '../assessment/fact-shares'
import { pathLengthOf } from '../assessment/strata'
import { deriveBank } from '../items/bank'
import { controlOf } from '../items/kinds/all'
import { randomFrom, seedOf, shuffled } from '../items/random'
import type { Day } from './day'
import { foreseePlan } from './exam-outlook'
import { type Aim, type PlanCard, type PlanMemory, planDay } from './exam-plan'
import type { Memory } from './memory'
import { createScheduler, defaultScheduling, idealDays } from './scheduler'

const scheduler = createScheduler(defaultScheduling)
const today = 20_000
const aim: Aim = { today, examDay: today + 30, newPerDay: 20, reviewsPerDay: 100, done: { ripe: 0, fresh: 0 } }

/** A card in phase review, last asked so many days ago, due in so many. */
function ripe(
  id: string,
  { ago = 10, dueIn = 0, stability = 12, weight = 0.1 } = {},
): PlanCard & { memory: PlanMemory } {
  const memory = { stability, difficulty: 5, dueOn: today + dueIn, lastDay: today - ago }
  return { id, weight, memory }
}

const fresh = (count: number, weight = 0.1): readonly PlanCard[] =>
  Array.from({ length: count }, (_, index) => ({ id: `new ${index}`, weight, memory: null }))

const numbers = Array.from({ length: 40 }, (_, index) => index)

describe('today’s reviews', () => {
  test('are what is due, that of the greater weight and of the weaker memory first, and what is no matter of the exam last', () => {
    const cards = [
      ripe('no matter', { weight: 0 }),
      ripe('strong', { stability: 60, ago: 60 }),
      ripe('weak', { stability: 4 }),
      ripe('weak and heavy', { stability: 4, weight: 0.5 }),
      ripe('later', { dueIn: 5 }),
    ]
    const { reviews, ahead } = planDay(scheduler, aim, cards)
    expect(reviews).toEqual(['weak and heavy', 'weak', 'strong', 'no matter'])
    expect(ahead).toBe(0)
  })

  test('are cut at the daily limit, less what was done', () => {
    const cards = numbers.map((index) => ripe(`card ${index}`, { weight: index / 100 }))
    const { reviews } = planDay(scheduler, { ...aim, reviewsPerDay: 12, done: { ripe: 9, fresh: 0 } }, cards)
    expect(reviews).toEqual(['card 39', 'card 38', 'card 37'])
  })

  test('have none brought forward before the last days, and then all of them by the eve, spread over the days', () => {
    const cards = numbers.map((index) => ripe(`card ${index}`, { dueIn: 40, stability: 50 }))
    const aheadWith = (daysLeft: number) => planDay(scheduler, { ...aim, examDay: today + daysLeft }, cards).ahead
    expect([30, 15, 8].map(aheadWith)).toEqual([0, 0, 0])
    const byDay = [7, 6, 5, 4, 3, 2, 1].map(aheadWith)
    expect(byDay.at(-1)).toBe(40)
    for (const [index, count] of byDay.entries()) {
      const before = byDay[index - 1] ?? 0
      expect(count - before).toBeGreaterThan(0)
      expect(count - before).toBeLessThan(15)
    }
  })

  test('leave alone what a review would hardly lift, what was asked today, and what has a day of its own before the exam', () => {
    const eve = { ...aim, examDay: today + 1 }
    expect(planDay(scheduler, eve, [ripe('known', { stability: 400, dueIn: 300 })]).reviews).toEqual([])
    expect(planDay(scheduler, eve, [ripe('today', { ago: 0, dueIn: 9, stability: 3 })]).reviews).toEqual([])
    const soon = { ...aim, examDay: today + 4 }
    expect(
      planDay(
        scheduler,
        soon,
        numbers.map((index) => ripe(`${index}`, { dueIn: 2 })),
      ).reviews,
    ).toEqual([])
  })
})

describe('new cards', () => {
  test.each([
    // newPerDay, days left, new cards, done today: today's, never met
    [20, 30, 100, 0, 5, 0],
    [20, 30, 200, 0, 10, 0],
    [20, 30, 600, 0, 20, 0],
    [20, 30, 700, 0, 20, 100],
    [20, 30, 197, 3, 7, 0],
    [3, 30, 100, 0, 3, 10],
    [20, 1, 30, 0, 20, 10],
    [20, 40, 3, 0, 3, 0],
    [0, 40, 3, 0, 0, 3],
  ])(
    'at %d a day, %d days left, %d of them, %d done: %d today, %d not at all',
    (newPerDay, days, count, done, asked, unmet) => {
      const plan = planDay(
        scheduler,
        { ...aim, newPerDay, examDay: today + days, done: { ripe: 0, fresh: done } },
        fresh(count),
      )
      expect([plan.fresh.length, plan.unmet]).toEqual([asked, unmet])
    },
  )

  test('keep their order where all can be met, and come by weight where not', () => {
    const cards = [
      { id: 'a', weight: 0, memory: null },
      { id: 'b', weight: 0.1, memory: null },
      { id: 'c', weight: 0.9, memory: null },
    ]
    expect(planDay(scheduler, aim, cards).fresh).toEqual(['b', 'c', 'a'])
    expect(planDay(scheduler, { ...aim, newPerDay: 1, examDay: today + 2 }, cards).fresh).toEqual(['c'])
  })
})

const bank = deriveBank()
const candidates = bank.items.map((item) => ({
  ...item,
  pathLength: pathLengthOf(item.body),
  form: controlOf(item.body),
}))
const weights = weightsOf(factShares(presets['408'], candidates))

type Limits = { readonly newPerDay: number; readonly reviewsPerDay: number }
type Choose = (day: Day, cards: readonly PlanCard[]) => readonly string[]

const examDay = today + 28

const wholeMemory = ({ dueOn, ...memory }: PlanMemory): Memory => ({
  ...memory,
  phase: 'review',
  step: 0,
  due: { kind: 'on', day: dueOn ?? today },
  lastAtMs: memory.lastDay * 86_400_000,
  reps: 3,
  lapses: 0,
})

function planMemory(memory: Memory | null): PlanMemory | null {
  if (memory === null) return null
  const { stability, difficulty, lastDay, due } = memory
  return { stability, difficulty, lastDay, dueOn: due.kind === 'on' ? due.day : null }
}

/** Lives to the exam; returns the recall on its day, weighted by what the exam asks, and the reviews that it took. */
function live(choose: Choose, seed: number) {
  const random = randomFrom(seed)
  const facts = shuffled(bank.facts, randomFrom(1)).slice(0, 220)
  const cards = facts.map(({ id }, index) => {
    const weight = weights.get(id) ?? 0
    return index < 110
      ? { ...ripe(id, { ago: 1 + (index % 20), dueIn: (index % 25) - 4 }), weight }
      : { id, weight, memory: null }
  })
  const state = new Map(cards.map(({ id, memory }) => [id, memory === null ? null : wholeMemory(memory)]))
  let reviews = 0
  for (let day = today; day < examDay; day++) {
    for (const id of choose(
      day,
      cards.map((card) => ({ ...card, memory: planMemory(state.get(card.id) ?? null) })),
    )) {
      let memory = state.get(id) ?? null
      do {
        const chance = memory === null ? 0.5 : scheduler.recallOn(memory, day)
        const rating = random() < chance ? 'good' : 'again'
        memory = scheduler.review(memory, { rating, atMs: day * 86_400_000, day }, idealDays)
        reviews += 1
      } while (memory.due.kind === 'at')
      state.set(id, memory)
    }
  }
  const all = cards.reduce((sum, { weight }) => sum + weight, 0)
  const recalled = cards.reduce((sum, { id, weight }) => {
    const memory = state.get(id) ?? null
    return sum + (memory === null ? 0 : weight * scheduler.recallOn(memory, examDay))
  }, 0)
  return { recall: recalled / all, reviews }
}

/** What the queue does without an exam: due cards, the likeliest forgotten first, and new ones in their order. */
const ordinarily =
  ({ newPerDay, reviewsPerDay }: Limits): Choose =>
  (day, cards) => {
    const due = cards.flatMap(({ id, memory }) =>
      memory?.dueOn != null && memory.dueOn <= day ? [{ id, late: (day - memory.lastDay) / memory.stability }] : [],
    )
    const late = due.toSorted((a, b) => b.late - a.late).slice(0, reviewsPerDay)
    return [...late, ...cards.filter(({ memory }) => memory === null).slice(0, newPerDay)].map(({ id }) => id)
  }

const aiming =
  (limits: Limits): Choose =>
  (day, cards) => {
    const plan = planDay(scheduler, { ...aim, ...limits, today: day, examDay }, cards)
    return [...plan.reviews, ...plan.fresh]
  }

/** The mean over some learners. */
function meanOf(choose: Choose) {
  const lives = [1, 2, 3].map((seed) => live(choose, seed))
  const mean = (of: (life: (typeof lives)[number]) => number) => lives.reduce((sum, life) => sum + of(life), 0) / 3
  return { recall: mean(({ recall }) => recall), reviews: Math.round(mean(({ reviews }) => reviews)) }
}

describe('aiming at the exam', () => {
  test.each([
    ['with room to spare', { newPerDay: 10, reviewsPerDay: 60 }],
    ['within limits that hold less than is due', { newPerDay: 3, reviewsPerDay: 8 }],
  ])('%s ends with a greater recall on its day than the ordinary schedule', (name, limits) => {
    const [plain, aimed] = [meanOf(ordinarily(limits)), meanOf(aiming(limits))]
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`
    const told = ({ recall, reviews }: typeof plain) => `${percent(recall)} in ${reviews} reviews`
    console.info(`exam plan, ${name}: ordinary ${told(plain)}, aimed ${told(aimed)}`)
    expect(aimed.recall).toBeGreaterThan(plain.recall + 0.02)
    // Where both use up the limits, the work is the same.
    if (limits.reviewsPerDay < 10) expect(Math.abs(aimed.reviews / plain.reviews - 1)).toBeLessThan(0.1)
  })

  test('comes to about what was foreseen on its first day', () => {
    const limits = { newPerDay: 10, reviewsPerDay: 60 }
    let foreseen = 0
    const first: Choose = (day, cards) => {
      if (day === today) {
        const outlook = foreseePlan(scheduler, { ...aim, ...limits, today, examDay }, cards)
        const all = cards.reduce((sum, { weight }) => sum + weight, 0)
        foreseen = cards.reduce((sum, { id, weight }) => sum + weight * (outlook.get(id) ?? 0), 0) / all
      }
      return aiming(limits)(day, cards)
    }
    const { recall } = live(first, seedOf('a learner'))
    expect(Math.abs(foreseen - recall)).toBeLessThan(0.03)
  })
})
