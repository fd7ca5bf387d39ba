import { expect, it } from 'vitest'
import { findDay } from '../review/day'
import type { Rating } from '../review/rating'
import { contributionsOf, monthNumber } from '../review/totals'
import { retentionOf } from './retention'
import { sumContributions } from './sum.testing'

const dayOn = (date: string) => findDay(date) ?? 0
const review = (date: string, stabilityBefore: number, rating: Rating) =>
  ({ rating, day: dayOn(date), tookMs: 1000, phaseBefore: 'review', stabilityBefore, recallBefore: 0.9 }) as const

const totals = sumContributions(
  [
    review('2026-03-31', 5, 'good'),
    review('2026-03-31', 5, 'again'),
    review('2026-05-01', 20.9, 'hard'),
    review('2026-05-02', 21, 'good'),
    review('2026-05-02', 90, 'again'),
    review('2026-05-03', 90, 'easy'),
  ].flatMap(contributionsOf),
).filter(({ scope }) => scope === 'young' || scope === 'mature')

const may = monthNumber(dayOn('2026-05-09'))

it('counts what was recalled by month and maturity, with the months between in which nothing was', () => {
  const { months, whole } = retentionOf(totals, may)
  expect(months.map(({ month, young, mature, all }) => [month, young.reviews, mature.reviews, all.share])).toEqual([
    [may - 2, 2, 0, 0.5],
    [may - 1, 0, 0, null],
    [may, 1, 3, 0.75],
  ])
  expect(months[0]?.mature.share).toBeNull()
  expect(months[2]?.mature.share).toBeCloseTo(2 / 3)
  expect(whole.all).toEqual({ reviews: 6, right: 4, share: 4 / 6 })
})

it('has no months before the first review', () => {
  expect(retentionOf([], may)).toMatchObject({ months: [], whole: { all: { reviews: 0, share: null } } })
})
