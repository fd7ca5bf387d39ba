import { Temporal } from 'temporal-polyfill'

/**
 * The instant (ms since 1970 UTC) of a time on the wall clock of a zone, as a form has it: "2026-11-23T23:59". Where clocks
 * skip that time it is the first after it, where they show it twice the first. Null where it is none.
 */
export function instantOf(wallTime: string, timeZone: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wallTime)) return null
  try {
    const zoned = Temporal.PlainDateTime.from(wallTime, { overflow: 'reject' }).toZonedDateTime(timeZone)
    return zoned.epochMilliseconds
  } catch {
    return null
  }
}

/** The time on the wall clock of a zone, to the minute, as a form has it. */
export function wallTimeOf(instant: number, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** The same time of the wall clock some days later, whatever clocks do in between. */
export function daysLater(instant: number, days: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).add({ days }).epochMilliseconds
}
