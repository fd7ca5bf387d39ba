import { describe, expect, test } from 'vitest'
import { randomFrom } from '../items/random'
import type { LoggedReview } from './fold'
import { livePast, planted } from './past.testing'
import type { Rating } from './rating'
import { createScheduler, defaultScheduling } from './scheduler'
import { cardLogs, heldOutFrom, judge, lessonsBefore, lossFrom } from './training'

const scheduler = createScheduler(defaultScheduling)

/** A log of a card: [day, minute of the day, rating]. */
const logOf = (name: string, reviews: readonly (readonly [number, number, Rating])[]): readonly LoggedReview[] =>
  reviews.map(([day, minute, rating], index) => ({
    id: `${name}${index}`,
    day,
    atMs: day * 86_400_000 + minute * 60_000,
    rating,
    followed: null,
    days: null,
    terms: null,
  }))

describe('what is learned from', () => {
  const logs = cardLogs([
    logOf('a', [
      [10, 0, 'again'],
      [10, 10, 'good'],
      [13, 0, 'hard'],
      [13, 10, 'good'],
      [20, 0, 'easy'],
    ]),
    logOf('b', [
      [11, 0, 'good'],
      [11, 5, 'good'],
    ]),
  ])

  test('is each review on a later day, after all that was before it', () => {
    expect(lessonsBefore(logs, Number.POSITIVE_INFINITY)).toEqual([
      {
        trials: [
          [1, 0],
          [3, 0],
          [2, 3],
          [3, 0],
          [4, 7],
        ],
        ends: [3, 5],
      },
    ])
  })

  test('is not what was done from the instant on, from which reviews are held out', () => {
    const from = heldOutFrom(logs)
    // The sixth of seven, in order of time.
    expect(from).toBe(13 * 86_400_000 + 10 * 60_000)
    expect(lessonsBefore(logs, from)).toEqual([
      {
        trials: [
          [1, 0],
          [3, 0],
          [2, 3],
        ],
        ends: [3],
      },
    ])
    expect(heldOutFrom([])).toBe(Number.POSITIVE_INFINITY)
  })

  test('never has a day that goes back, as a device’s late clock would have it', () => {
    const [log] = cardLogs([
      logOf('c', [
        [10, 1439, 'good'],
        [9, 2890, 'good'],
      ]),
    ])
    expect(log?.map(({ day }) => day)).toEqual([10, 10])
  })
})

describe('the loss', () => {
  const [log = []] = cardLogs([
    logOf('a', [
      [10, 0, 'good'],
      [10, 10, 'good'],
      [13, 0, 'good'],
      [13, 9, 'good'],
      [30, 0, 'again'],
    ]),
  ])

  test('counts what was asked on a later day, each predicted from what was before it', () => {
    expect(lossFrom(scheduler, log, 0).reviews).toBe(2)
    const last = lossFrom(scheduler, log, 30 * 86_400_000)
    expect(last.reviews).toBe(1)
    let memory = null
    for (const review of log.slice(0, -1)) memory = scheduler.review(memory, review)
    if (memory === null) throw new Error('There are reviews')
    expect(last.sum).toBeCloseTo(-Math.log(1 - scheduler.recallOn(memory, 30)), 12)
  })

  test('of a learner who forgets by planted weights is lower by those than by the algorithm’s', () => {
    const past = { cards: 60, firstDay: 20_000, days: 60, newPerDay: 6, truth: () => planted, asking: scheduler }
    const logs = cardLogs(livePast({ ...past, random: randomFrom(7) }))
    const sumBy = (by: typeof scheduler) => logs.reduce((sum, one) => sum + lossFrom(by, one, 0).sum, 0)
    expect(sumBy(planted)).toBeLessThan(sumBy(scheduler))
  })
})

describe('judging', () => {
  test.each([
    ['kept', 40, 30],
    ['not better', 30, 40],
    ['not better', 30, 30],
    ['not better', 30, 29.97],
  ] as const)('%s: a sum of %d before and of %d after, over 100 reviews', (kind, before, after) => {
    expect(judge({ reviews: 100, sum: before }, { reviews: 100, sum: after })).toEqual({
      kind,
      heldOut: 100,
      lossBefore: before / 100,
      lossAfter: after / 100,
    })
  })

  test('keeps nothing that was judged on nothing', () => {
    expect(judge({ reviews: 0, sum: 0 }, { reviews: 0, sum: 0 }).kind).toBe('not better')
  })
})
