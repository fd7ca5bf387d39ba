import { type Day, weekdayOf } from '../review/day'
import type { WorkDay } from './work'

/** How much was done on a day: 0 for nothing, else the quarter of the days with work to which it belongs. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4

export type HeatDay = { readonly day: Day; readonly reviews: number; readonly level: HeatLevel }

/** Seven places, Monday first; null outside of what is shown. */
export type HeatWeek = { readonly monday: Day; readonly days: readonly (HeatDay | null)[] }

export type HeatMap = {
  readonly weeks: readonly HeatWeek[]
  /** The fewest reviews of the levels 1 to 4, for the legend; a level that no day can have repeats its neighbour's. */
  readonly bounds: readonly [number, number, number, number]
}

/** Days, without gaps and in their order, laid out by week. */
export function heatMapOf(days: readonly WorkDay[]): HeatMap {
  const bounds = boundsOf(days.map(({ reviews }) => reviews).filter((reviews) => reviews > 0))
  const weeks = new Map<Day, (HeatDay | null)[]>()
  for (const { day, reviews } of days) {
    const place = weekdayOf(day) - 1
    const monday = day - place
    const week = weeks.get(monday) ?? Array.from({ length: 7 }, () => null)
    week[place] = { day, reviews, level: levelOf(reviews, bounds) }
    weeks.set(monday, week)
  }
  return { weeks: [...weeks].map(([monday, inWeek]) => ({ monday, days: inWeek })), bounds }
}

/** The quartiles of the days with work: a learner of ten cards a day sees as much of their year as one of a hundred. */
function boundsOf(worked: readonly number[]): HeatMap['bounds'] {
  const sorted = worked.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 1
  return [1, at(0.25), at(0.5), at(0.75)]
}

function levelOf(reviews: number, [, second, third, fourth]: HeatMap['bounds']): HeatLevel {
  if (reviews === 0) return 0
  if (reviews >= fourth) return 4
  if (reviews >= third) return 3
  return reviews >= second ? 2 : 1
}
