import { describe, expect, it } from 'vitest'
import { findDay } from './day'
import { contributionsOf, logLoss, monthNumber } from './totals'

const day = findDay('2026-11-22') ?? 0
const review = {
  rating: 'good',
  day,
  tookMs: 900,
  phaseBefore: null,
  stabilityBefore: null,
  recallBefore: null,
} as const

describe('contributionsOf', () => {
  it('a new card is work of the day and nothing else', () => {
    expect(contributionsOf(review)).toEqual([
      { scope: 'day', place: day, reviews: 1, right: 1, fresh: 1, ripe: 0, tookMs: 900, recall: 0, logLoss: 0 },
    ])
  })

  it('a step is work of the day, and Again is not right', () => {
    const [work, ...others] = contributionsOf({ ...review, rating: 'again', phaseBefore: 'learning', recallBefore: 1 })
    expect(work).toMatchObject({ right: 0, fresh: 0, ripe: 0 })
    expect(others).toEqual([])
  })

  it('a ripe card counts for retention, by maturity and month, and for calibration', () => {
    const ripe = { ...review, phaseBefore: 'review', stabilityBefore: 20.9, recallBefore: 0.93 } as const
    const places = (one: Parameters<typeof contributionsOf>[0]) =>
      contributionsOf(one).map(({ scope, place }) => [scope, place])
    expect(places(ripe)).toEqual([
      ['day', day],
      ['young', 2026 * 12 + 10],
      ['bin', 18],
    ])
    expect(places({ ...ripe, stabilityBefore: 21, recallBefore: 1 })).toEqual([
      ['day', day],
      ['mature', 2026 * 12 + 10],
      ['bin', 19],
    ])
  })
})

describe('logLoss', () => {
  it('is −ln of the chance given to what happened', () => {
    expect(logLoss(0.9, true)).toBeCloseTo(-Math.log(0.9))
    expect(logLoss(0.9, false)).toBeCloseTo(-Math.log(0.1))
  })

  it('stays finite where a sure prediction fails', () => {
    expect(logLoss(1, false)).toBeCloseTo(9.21, 2)
    expect(logLoss(0, true)).toBeCloseTo(9.21, 2)
  })
})

it('months are numbered through the years', () => {
  expect(monthNumber(findDay('2027-01-01') ?? 0) - monthNumber(findDay('2026-12-31') ?? 0)).toBe(1)
})
