import { type Day, weekdayOf } from './day'
import type { ChooseDays } from './scheduler'

/** How a learner wants their days: the share of the usual work for Monday to Sunday (0 to 1), and a holiday, if any. */
export type Workload = {
  readonly shares: readonly number[]
  readonly holiday: { readonly from: Day; readonly to: Day } | null
}

export const evenWorkload: Workload = { shares: [1, 1, 1, 1, 1, 1, 1], holiday: null }

export function isHoliday({ holiday }: Workload, day: Day): boolean {
  return holiday !== null && holiday.from <= day && day <= holiday.to
}

/**
 * Chooses the day on which a card comes back, among those that the fuzz allows: a day with little due and a great share is
 * likelier, a holiday is avoided where that can be. `draw` is a number from 0 to 1 (without 1) that stands for chance, and
 * `dueOn` counts what is due on a day already.
 * Departs: Anki weighs days in much the same way; its exponents are its own.
 */
export function balanced(today: Day, draw: number, workload: Workload, dueOn: (day: Day) => number): ChooseDays {
  return ({ atLeast, ideal, atMost }) => {
    const weights: { readonly days: number; readonly weight: number }[] = []
    for (let days = atLeast; days <= atMost; days++) {
      const day = today + days
      const share = isHoliday(workload, day) ? 0 : (workload.shares[weekdayOf(day) - 1] ?? 1)
      weights.push({ days, weight: share / (1 + dueOn(day)) ** 2 })
    }
    const total = weights.reduce((sum, { weight }) => sum + weight, 0)
    let left = draw * total
    for (const { days, weight } of weights) {
      left -= weight
      if (weight > 0 && left < 0) return days
    }
    return ideal
  }
}
