import { useFormatter } from 'next-intl'
import type { Day } from '@/lib/review/day'

const dayMs = 86_400_000

/** A learner's day has a date and no instant, so it is written as if it were UTC, which the formatter takes it for. */
const dateOf = (day: Day) => new Date(Math.round(day) * dayMs)

/** How numbers and dates are written on the pages of progress, in the reader's language. */
export function useFormats() {
  const format = useFormatter()
  return {
    list: (parts: readonly string[]) => format.list(parts),
    count: (value: number) => format.number(value),
    /** A share of 0 to 1 in whole percent. */
    percent: (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 }),
    day: (day: Day) => format.dateTime(dateOf(day), { day: 'numeric', month: 'short' }),
    longDay: (day: Day) => format.dateTime(dateOf(day), { dateStyle: 'medium' }),
    /** Of a month as year × 12 + month − 1. */
    month: (month: number) =>
      format.dateTime(new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)), { month: 'short', year: '2-digit' }),
    monthOfDay: (day: Day) => format.dateTime(dateOf(day), { month: 'short' }),
    weekday: (day: Day) => format.dateTime(dateOf(day), { weekday: 'short' }),
    instant: (at: Date, timeZone: string) =>
      format.dateTime(at, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone,
      }),
  }
}
