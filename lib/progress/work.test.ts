import { expect, it } from 'vitest'
import { contributionsOf } from '../review/totals'
import { sumContributions } from './sum.testing'
import { sumWork, workOfDays } from './work'

const today = 20_000
const review = (day: number, rating: 'good' | 'again', fresh: boolean) =>
  ({
    rating,
    day,
    tookMs: 30_000,
    phaseBefore: fresh ? null : 'learning',
    stabilityBefore: 1,
    recallBefore: 1,
  }) as const

const totals = sumContributions(
  [review(today - 2, 'good', true), review(today - 2, 'again', false), review(today, 'good', false)].flatMap(
    contributionsOf,
  ),
)

it('has every day up to today, those without work too', () => {
  expect(workOfDays(today, 4, totals)).toEqual([
    { day: today - 3, reviews: 0, right: 0, fresh: 0, minutes: 0 },
    { day: today - 2, reviews: 2, right: 1, fresh: 1, minutes: 1 },
    { day: today - 1, reviews: 0, right: 0, fresh: 0, minutes: 0 },
    { day: today, reviews: 1, right: 1, fresh: 0, minutes: 0.5 },
  ])
})

it('sums days, and counts those with work', () => {
  expect(sumWork(workOfDays(today, 4, totals))).toEqual({ reviews: 3, right: 2, fresh: 1, minutes: 1.5, days: 2 })
  expect(sumWork([])).toEqual({ reviews: 0, right: 0, fresh: 0, minutes: 0, days: 0 })
})
