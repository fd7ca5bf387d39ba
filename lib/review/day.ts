import { Temporal } from 'temporal-polyfill'

/** A learner's day: the number of days from 1970-01-01 to its date on the learner's own calendar. */
export type Day = number

/** Where a learner's days begin: a time zone (IANA name or offset) and the hour of its wall clock, 0 to 12. */
export type DayClock = { readonly timeZone: string; readonly dayStartsAtHour: number }

const epoch = Temporal.PlainDate.from('1970-01-01')

/**
 * The day to which an instant (ms since 1970 UTC) belongs. A day lasts from its starting hour to the next day's on the
 * wall clock, so where clocks change it has 23 or 25 hours and is one day all the same.
 */
export function dayOf({ timeZone, dayStartsAtHour }: DayClock, atMs: number): Day {
  const onTheWall = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone).toPlainDateTime()
  return daysSinceEpoch(onTheWall.subtract({ hours: dayStartsAtHour }).toPlainDate())
}

/** The instant (ms since 1970 UTC) at which a day begins; where clocks skip that hour, the first instant after it. */
export function startOfDay({ timeZone, dayStartsAtHour }: DayClock, day: Day): number {
  const plainTime = Temporal.PlainTime.from({ hour: dayStartsAtHour })
  return dateOf(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
}

/** The date of a day, as in "2026-03-08". */
export function isoDateOf(day: Day): string {
  return dateOf(day).toString()
}

/** The day of an ISO date. Refuses what is no date as null. */
export function findDay(isoDate: string): Day | null {
  try {
    return daysSinceEpoch(Temporal.PlainDate.from(isoDate))
  } catch {
    return null
  }
}

/** The day of the week: 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return dateOf(day).dayOfWeek
}

/** The month of a day, as in "2026-03". */
export function monthOf(day: Day): string {
  return isoDateOf(day).slice(0, 7)
}

/** Whether this is a time zone that days can be counted in. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

function dateOf(day: Day): Temporal.PlainDate {
  return epoch.add({ days: day })
}

function daysSinceEpoch(date: Temporal.PlainDate): Day {
  return epoch.until(date, { largestUnit: 'day' }).days
}
