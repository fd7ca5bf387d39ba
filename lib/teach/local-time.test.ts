import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysLater, instantOf, wallTimeOf } from './local-time'

test.each([
  ['2026-11-23T23:59', 'UTC', '2026-11-23T23:59:00Z'],
  ['2026-11-23T23:59', 'Asia/Shanghai', '2026-11-23T15:59:00Z'],
  ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
  ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
  ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
  ['2026-06-01T12:00', 'Pacific/Kiritimati', '2026-05-31T22:00:00Z'],
] as const)('%s in %s is %s', (wallTime, timeZone, instant) => {
  expect(instantOf(wallTime, timeZone)).toBe(Date.parse(instant))
})

test.each(['', '2026-11-23', '2026-13-01T00:00', '2026-02-30T00:00', '2026-11-23T24:00', '2026-11-23T23:59Z'])(
  '"%s" is no time',
  (text) => {
    expect(instantOf(text, 'UTC')).toBeNull()
  },
)

test('due at 23:59 stays 23:59 some days later, whatever clocks do in between', () => {
  for (const timeZone of [
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Asia/Shanghai',
  ]) {
    for (let days = 0; days < 366; days++) {
      const first = instantOf('2026-01-01T23:59', timeZone) ?? Number.NaN
      expect(wallTimeOf(daysLater(first, days, timeZone), timeZone).slice(11)).toBe('23:59')
    }
  }
})

test('a time that is shown and typed again is the same instant, but in the hour that comes twice', () => {
  const zones = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Shanghai', 'UTC')
  const minutes = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2027, 0) / 60_000 })
  fc.assert(
    fc.property(minutes, zones, (minute, timeZone) => {
      const instant = minute * 60_000
      const again = instantOf(wallTimeOf(instant, timeZone), timeZone) ?? Number.NaN
      expect([0, 30 * 60_000, 60 * 60_000]).toContain(instant - again)
      expect(wallTimeOf(again, timeZone)).toBe(wallTimeOf(instant, timeZone))
    }),
  )
})
