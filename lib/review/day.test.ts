import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dayOf, findDay, isoDateOf, isTimeZone, monthOf, startOfDay, weekdayOf } from './day'

const at = (iso: string) => Date.parse(iso)
const hourMs = 3_600_000
const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  '+14:00',
]
const clock = (timeZone: string, dayStartsAtHour = 4) => ({ timeZone, dayStartsAtHour })

describe('dayOf', () => {
  const table = [
    ['before 04:00 it is still yesterday', 'Asia/Shanghai', '2026-11-22T03:59:59+08:00', '2026-11-21'],
    ['at 04:00 it is today', 'Asia/Shanghai', '2026-11-22T04:00:00+08:00', '2026-11-22'],
    [
      'clocks go forward: the last minute of the day of 23 hours',
      'America/New_York',
      '2026-03-08T03:59:59-04:00',
      '2026-03-07',
    ],
    ['clocks go forward: the day after', 'America/New_York', '2026-03-08T04:00:00-04:00', '2026-03-08'],
    ['clocks go back: 25 hours are one day', 'America/New_York', '2026-11-01T03:59:59-05:00', '2026-10-31'],
    ['clocks go back: the day after', 'America/New_York', '2026-11-01T04:00:00-05:00', '2026-11-01'],
    ['half an hour forward at Lord Howe', 'Australia/Lord_Howe', '2026-10-04T04:00:00+11:00', '2026-10-04'],
    ['the same instant elsewhere is another day', 'Pacific/Kiritimati', '2026-11-21T20:00:00Z', '2026-11-22'],
    ['the same instant in the west', 'Pacific/Pago_Pago', '2026-11-21T14:59:00Z', '2026-11-20'],
    ['Berlin goes back', 'Europe/Berlin', '2026-10-25T03:59:59+01:00', '2026-10-24'],
  ] as const
  for (const [title, zone, instant, date] of table) {
    it(title, () => expect(isoDateOf(dayOf(clock(zone), at(instant)))).toBe(date))
  }

  it('begins at midnight for whom midnight is set', () => {
    expect(isoDateOf(dayOf(clock('UTC', 0), at('2026-11-22T00:00:00Z')))).toBe('2026-11-22')
  })

  it('numbers the days from 1970', () => {
    expect(dayOf(clock('UTC', 0), 0)).toBe(0)
    expect(findDay('1970-01-02')).toBe(1)
  })

  it('never goes back as time goes on, and skips no day in a zone that skips none', () => {
    const sample = fc.tuple(fc.constantFrom(...zones), fc.integer({ min: at('2024-01-01'), max: at('2030-01-01') }))
    fc.assert(
      fc.property(sample, fc.integer({ min: 0, max: 23 * hourMs }), ([zone, instant], later) => {
        const step = dayOf(clock(zone), instant + later) - dayOf(clock(zone), instant)
        return step === 0 || step === 1
      }),
      { numRuns: 300 },
    )
  })
})

describe('startOfDay', () => {
  it('is the first instant of its day', () => {
    const days = fc.integer({ min: findDay('2024-01-01') ?? 0, max: findDay('2030-01-01') ?? 0 })
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, fc.integer({ min: 0, max: 12 }), (zone, day, hour) => {
        const start = startOfDay(clock(zone, hour), day)
        expect(dayOf(clock(zone, hour), start)).toBe(day)
        expect(dayOf(clock(zone, hour), start - 1)).toBe(day - 1)
      }),
      { numRuns: 300 },
    )
  })

  it('makes a day of 23, 25 and 24 hours where clocks change and where they do not', () => {
    const hours = (zone: string, date: string) => {
      const day = findDay(date) ?? 0
      return (startOfDay(clock(zone), day + 1) - startOfDay(clock(zone), day)) / hourMs
    }
    expect(hours('America/New_York', '2026-03-07')).toBe(23)
    expect(hours('America/New_York', '2026-10-31')).toBe(25)
    expect(hours('Australia/Lord_Howe', '2026-10-03')).toBe(23.5)
    expect(hours('Asia/Shanghai', '2026-03-07')).toBe(24)
  })

  it('where clocks skip the hour, is the first instant after it', () => {
    expect(startOfDay(clock('America/New_York', 2), findDay('2026-03-08') ?? 0)).toBe(at('2026-03-08T07:00:00Z'))
  })
})

test('weekdays count from Monday, months are those of the date', () => {
  expect(weekdayOf(findDay('2026-11-22') ?? 0)).toBe(7)
  expect(weekdayOf(findDay('2026-11-23') ?? 0)).toBe(1)
  expect(monthOf(findDay('2026-11-30') ?? 0)).toBe('2026-11')
})

test('what is no date or no time zone is refused', () => {
  expect(findDay('2026-02-30')).toBe(null)
  expect(findDay('soon')).toBe(null)
  expect(isTimeZone('Europe/Berlin')).toBe(true)
  expect(isTimeZone('Middle/Earth')).toBe(false)
})
