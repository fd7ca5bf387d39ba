import type { Day } from '../review/day'
import type { Contribution } from '../review/totals'

/** What was done on one of the learner's days. */
export type WorkDay = {
  readonly day: Day
  readonly reviews: number
  readonly right: number
  /** Cards asked for the first time. */
  readonly fresh: number
  readonly minutes: number
}

const minuteMs = 60_000

/** The `count` days up to `today` in their order, from the running totals of the scope "day"; a day without work is 0. */
export function workOfDays(today: Day, count: number, totals: readonly Contribution[]): readonly WorkDay[] {
  const byDay = new Map(totals.map((total) => [total.place, total]))
  return Array.from({ length: count }, (_, index) => {
    const day = today - count + 1 + index
    const { reviews = 0, right = 0, fresh = 0, tookMs = 0 } = byDay.get(day) ?? {}
    return { day, reviews, right, fresh, minutes: tookMs / minuteMs }
  })
}

/** The sums of some days, and on how many of them there was work. */
export type WorkSum = Omit<WorkDay, 'day'> & { readonly days: number }

export function sumWork(days: readonly WorkDay[]): WorkSum {
  const sum = (part: 'reviews' | 'right' | 'fresh' | 'minutes') => days.reduce((all, day) => all + day[part], 0)
  return {
    reviews: sum('reviews'),
    right: sum('right'),
    fresh: sum('fresh'),
    minutes: sum('minutes'),
    days: days.filter(({ reviews }) => reviews > 0).length,
  }
}
