import fc from 'fast-check'
import { type Card, createEmptyCard, fsrs, Rating as Grades } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import type { Memory } from './memory'
import { isDue, restsAtLapse } from './memory'
import { type Rating, ratings } from './rating'
import { createScheduler, defaultScheduling, type Interval } from './scheduler'

const dayMs = 86_400_000
const noon = 20_000 * dayMs + dayMs / 2
const scheduler = createScheduler(defaultScheduling)
const grades = { again: Grades.Again, hard: Grades.Hard, good: Grades.Good, easy: Grades.Easy } as const

/** Reviews by ts-fsrs itself and by ours, each when it is due; at noon UTC both count the same days. */
function side(reviews: readonly Rating[]) {
  const theirs = fsrs({ enable_fuzz: false })
  let card: Card = createEmptyCard(new Date(noon))
  let memory: Memory | null = null
  const series: [unknown, unknown][] = []
  let now = noon
  for (const rating of reviews) {
    card = theirs.next(card, new Date(now), grades[rating]).card
    memory = scheduler.review(memory, { rating, atMs: now, day: Math.floor(now / dayMs) })
    const dueMs: number = memory.due.kind === 'at' ? memory.due.atMs : memory.due.day * dayMs + (now % dayMs)
    series.push([
      { s: memory.stability, d: memory.difficulty, step: memory.step, reps: memory.reps, lapses: memory.lapses, dueMs },
      {
        s: card.stability,
        d: card.difficulty,
        step: card.learning_steps,
        reps: card.reps,
        lapses: card.lapses,
        dueMs: card.due.getTime(),
      },
    ])
    now = dueMs
  }
  return series
}

describe('the scheduler', () => {
  it('takes every card where ts-fsrs takes it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ratings), { minLength: 1, maxLength: 30 }), (reviews) => {
        for (const [ours, theirs] of side(reviews)) expect(ours).toEqual(theirs)
      }),
      { numRuns: 200 },
    )
  })

  it('keeps a golden series: stability, difficulty and days after each review', () => {
    let memory: Memory | null = null
    const series: string[] = []
    let day = 20_000
    for (const rating of ['good', 'good', 'good', 'again', 'good', 'good', 'easy'] as const) {
      memory = scheduler.review(memory, { rating, atMs: day * dayMs, day })
      const { due, phase, stability, difficulty } = memory
      const wait = due.kind === 'on' ? `${due.day - day} d` : `${(due.atMs - day * dayMs) / 60_000} min`
      series.push(`${rating} ${phase} ${stability.toFixed(3)} ${difficulty.toFixed(3)} ${wait}`)
      day = due.kind === 'on' ? due.day : day
    }
    expect(series).toMatchInlineSnapshot(`
      [
        "good learning 2.307 2.118 10 min",
        "good review 2.307 2.111 2 d",
        "good review 10.971 2.104 11 d",
        "again relearning 1.539 7.390 10 min",
        "good review 1.572 7.378 2 d",
        "good review 4.935 7.366 5 d",
        "easy review 18.936 6.471 19 d",
      ]
    `)
  })

  it('counts the days of the learner, whatever the hour in UTC', () => {
    const first = scheduler.review(null, { rating: 'easy', atMs: noon, day: 20_000 })
    const late = { rating: 'good', atMs: noon + 3 * dayMs + 11 * 3_600_000, day: 20_003 } as const
    const early = { ...late, atMs: late.atMs - 20 * 3_600_000 }
    expect({ ...scheduler.review(first, late), lastAtMs: 0 }).toEqual({
      ...scheduler.review(first, early),
      lastAtMs: 0,
    })
  })

  it('offers the interval of the fuzz, and waits as long as is chosen', () => {
    let offered: Interval | undefined
    const first = scheduler.review(null, { rating: 'easy', atMs: noon, day: 20_000 })
    const after = scheduler.review(first, { rating: 'good', atMs: noon + 8 * dayMs, day: 20_008 }, (interval) => {
      offered = interval
      return interval.atMost
    })
    expect(offered).toEqual({ atLeast: expect.any(Number), ideal: expect.any(Number), atMost: expect.any(Number) })
    const { atLeast = 0, ideal = 0, atMost = 0 } = offered ?? {}
    expect(atLeast).toBeLessThan(ideal)
    expect(ideal).toBeLessThan(atMost)
    expect(after.due).toEqual({ kind: 'on', day: 20_008 + atMost })
  })

  it('previews what each rating does, and changes nothing', () => {
    const first = scheduler.review(null, { rating: 'good', atMs: noon, day: 20_000 })
    const preview = scheduler.preview(first, { atMs: noon, day: 20_000 })
    for (const rating of ratings)
      expect(preview[rating]).toEqual(scheduler.review(first, { rating, atMs: noon, day: 20_000 }))
  })

  it('recalls less from day to day, and 90 % once the stability has passed', () => {
    const memory = scheduler.review(null, { rating: 'easy', atMs: noon, day: 20_000 })
    expect(scheduler.recallOn(memory, 20_000)).toBe(1)
    expect(scheduler.recallOn({ ...memory, stability: 8 }, 20_008)).toBeCloseTo(0.9, 6)
    expect(scheduler.recallOn(memory, 20_030)).toBeLessThan(scheduler.recallOn(memory, 20_010))
    expect(scheduler.recallOn(memory, 19_990)).toBe(1)
  })

  it('refuses weights that are none', () => {
    expect(() => createScheduler({ ...defaultScheduling, weights: [1, 2] })).toThrow('Cannot schedule by 2 weights')
    const unknown = defaultScheduling.weights.map(() => Number.NaN)
    expect(() => createScheduler({ ...defaultScheduling, weights: unknown })).toThrow('Cannot schedule by 21 weights')
  })

  it('without steps leaves even the first day to FSRS', () => {
    const bare = createScheduler({ ...defaultScheduling, steps: [], relearningSteps: [] })
    const { due, phase } = bare.review(null, { rating: 'again', atMs: noon, day: 20_000 })
    expect({ due, phase }).toEqual({ due: { kind: 'on', day: 20_001 }, phase: 'review' })
  })
})

describe('a memory', () => {
  const memory = scheduler.review(null, { rating: 'easy', atMs: noon, day: 20_000 })

  it('is due on its day, or at its instant', () => {
    const onDay: Memory = { ...memory, due: { kind: 'on', day: 20_005 } }
    expect([20_004, 20_005, 20_006].map((day) => isDue(onDay, 0, day))).toEqual([false, true, true])
    const atInstant: Memory = { ...memory, due: { kind: 'at', atMs: 100 } }
    expect([99, 100, 101].map((atMs) => isDue(atInstant, atMs, 0))).toEqual([false, true, true])
  })

  it('rests at the sixth lapse, and every third one after it', () => {
    expect(Array.from({ length: 14 }, (_, lapses) => lapses).filter(restsAtLapse)).toEqual([6, 9, 12])
  })
})
