import type { Day } from '../review/day'

/** How many cards are due on a day. */
export type DueOnDay = { readonly day: Day; readonly due: number }

export type Forecast = {
  /** Due before today and not yet asked. */
  readonly backlog: number
  /** Today and the days after it, each with what falls due on it. */
  readonly days: readonly DueOnDay[]
}

/** What falls due from `today` on for `count` days; what is overdue is the backlog. */
export function forecastOf(today: Day, count: number, due: readonly DueOnDay[]): Forecast {
  const sum = (from: Day, to: Day) =>
    due.filter(({ day }) => from <= day && day <= to).reduce((all, one) => all + one.due, 0)
  return {
    backlog: sum(Number.NEGATIVE_INFINITY, today - 1),
    days: Array.from({ length: count }, (_, index) => ({ day: today + index, due: sum(today + index, today + index) })),
  }
}
