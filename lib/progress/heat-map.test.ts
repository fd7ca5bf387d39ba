import { expect, it } from 'vitest'
import { findDay } from '../review/day'
import { heatMapOf } from './heat-map'
import { workOfDays } from './work'

// A Wednesday.
const today = findDay('2026-11-25') ?? 0
const worked = (counts: readonly number[]) =>
  workOfDays(today, counts.length, []).map((day, index) => ({ ...day, reviews: counts[index] ?? 0 }))

it('lays days out by week, Monday first, with nothing beyond what is shown', () => {
  const { weeks } = heatMapOf(worked([1, 0, 0, 0, 0]))
  expect(weeks.map(({ monday, days }) => [monday, days.map((day) => (day === null ? null : day.day - today))])).toEqual(
    [
      [today - 9, [null, null, null, null, null, -4, -3]],
      [today - 2, [-2, -1, 0, null, null, null, null]],
    ],
  )
})

it('shades a day by the quarter of the days with work to which it belongs', () => {
  const { weeks, bounds } = heatMapOf(worked([0, 2, 5, 9, 40]))
  expect(bounds).toEqual([1, 5, 9, 40])
  expect(weeks.flatMap(({ days }) => days.flatMap((day) => day?.level ?? []))).toEqual([0, 1, 2, 3, 4])
})

it('shades equal days equally, and nothing where nothing was done', () => {
  expect(heatMapOf(worked([7, 7, 0])).weeks.flatMap(({ days }) => days.flatMap((day) => day?.level ?? []))).toEqual([
    4, 4, 0,
  ])
  expect(heatMapOf(worked([0, 0])).weeks.flatMap(({ days }) => days.flatMap((day) => day?.level ?? []))).toEqual([0, 0])
})
