import { describe, expect, it } from 'vitest'
import type { Rating } from '../review/rating'
import { contributionsOf, logLoss } from '../review/totals'
import { calibrationOf } from './calibration'
import { sumContributions } from './sum.testing'

const review = (recallBefore: number, rating: Rating) =>
  ({ rating, day: 20_000, tookMs: 4000, phaseBefore: 'review', stabilityBefore: 10, recallBefore }) as const

const binsOf = (reviews: readonly ReturnType<typeof review>[]) =>
  sumContributions(reviews.flatMap(contributionsOf)).filter(({ scope }) => scope === 'bin')

describe('calibration', () => {
  it('says nothing of nothing', () => {
    expect(calibrationOf([])).toEqual({ bins: [], reviews: 0, logLoss: null, rmse: null })
  })

  it('sets what was predicted beside what was observed, bin by bin', () => {
    const reviews = [
      ...Array.from({ length: 9 }, () => review(0.92, 'good')),
      review(0.94, 'again'),
      review(0.61, 'good'),
      review(0.63, 'again'),
    ]
    const { bins, reviews: count, rmse, logLoss: loss } = calibrationOf(binsOf(reviews))
    expect(count).toBe(12)
    expect(bins.map(({ from, reviews: held, right }) => [from, held, right])).toEqual([
      [0.6, 2, 1],
      [0.9, 10, 9],
    ])
    const [low, high] = bins
    expect(low?.predicted).toBeCloseTo(0.62)
    expect(low?.observed).toBe(0.5)
    expect(high?.predicted).toBeCloseTo(0.922)
    expect(high?.low).toBeLessThan(0.9)
    expect(high?.high).toBeGreaterThan(0.9)
    expect(rmse).toBeCloseTo(Math.sqrt((2 * 0.12 ** 2 + 10 * 0.022 ** 2) / 12))
    const sum = reviews.reduce((all, one) => all + logLoss(one.recallBefore, one.rating !== 'again'), 0)
    expect(loss).toBeCloseTo(sum / 12)
  })

  it('leaves out a bin whose reviews were all taken back', () => {
    const [one] = binsOf([review(0.9, 'good')])
    if (one === undefined) throw new Error('There is a bin')
    expect(calibrationOf([{ ...one, reviews: 0, right: 0, recall: 0, logLoss: 0 }]).bins).toEqual([])
  })
})
