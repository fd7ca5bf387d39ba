import { describe, expect, test } from 'vitest'
import { createScheduler, defaultScheduling } from './scheduler'
import {
  dayClockOf,
  defaultSettings,
  parseSettings,
  parseSteps,
  restoreSettings,
  type Settings,
  schedulingOf,
} from './settings'

describe('parseSteps takes', () => {
  test.each([
    ['1m 10m', ['1m', '10m']],
    ['  1m,10m , 2h ', ['1m', '10m', '2h']],
    ['1m，10m、23h', ['1m', '10m', '23h']],
    ['1439m', ['1439m']],
    ['', []],
  ])('%j', (text, steps) => expect(parseSteps(text)).toEqual(steps))
})

describe('parseSteps refuses', () => {
  test.each(['1', 'm', '0m', '01m', '1.5h', '-1m', '1d', '1M', '24h', '1440m', '99999m', '1m2h', '1m 1m 1m 1m 1m 1m'])(
    '%j',
    (text) => expect(parseSteps(text)).toBeNull(),
  )
})

describe('parseSettings', () => {
  test('takes the defaults', () => {
    expect(parseSettings(defaultSettings)).toEqual({ kind: 'parsed', settings: defaultSettings })
  })

  test.each([
    { timeZone: 'Europe/Berlin' },
    { dayStartsAtHour: 0 },
    { dayStartsAtHour: 12 },
    { retention: 0.7 },
    { retention: 0.97 },
    { newPerDay: 0, reviewsPerDay: 9999 },
    { steps: [], relearningSteps: [] },
    { easyDays: [0, 50, 100, 100, 100, 50, 0] },
    { holiday: { from: '2026-12-24', to: '2026-12-24' } },
    { examOn: '2028-02-29', examSubject: '计算机网络' },
  ] satisfies readonly Partial<Settings>[])('takes %o', (changes) => {
    expect(parseSettings({ ...defaultSettings, ...changes })).toMatchObject({ kind: 'parsed', settings: changes })
  })

  test.each([
    ['timeZone', 'Europe/Atlantis'],
    ['timeZone', '+05:45'],
    ['dayStartsAtHour', 13],
    ['dayStartsAtHour', 4.5],
    ['retention', 0.69],
    ['retention', 0.98],
    ['retention', Number.NaN],
    ['newPerDay', -1],
    ['reviewsPerDay', 10_000],
    ['steps', ['1d']],
    ['relearningSteps', ['1m', '1m', '1m', '1m', '1m', '1m']],
    ['selfRating', 'on'],
    ['easyDays', [100]],
    ['easyDays', [100, 100, 100, 100, 100, 100, 25]],
    ['holiday', { from: '2026-12-24', to: '2026-12-23' }],
    ['holiday', { from: '2026-02-29', to: '2026-03-01' }],
    ['examOn', '2026-02-30'],
    ['examSubject', 'x'.repeat(81)],
    ['numberKeys', undefined],
  ])('refuses %s %j by its name', (name, value) => {
    expect(parseSettings({ ...defaultSettings, [name]: value })).toEqual({ kind: 'refused', names: [name] })
  })

  test('names all that is wrong, in the order of the fields', () => {
    expect(parseSettings({ ...defaultSettings, examOn: 'soon', retention: 2, timeZone: '' })).toEqual({
      kind: 'refused',
      names: ['timeZone', 'retention', 'examOn'],
    })
  })
})

describe('restoreSettings', () => {
  test('gives what was stored', () => {
    const chosen: Settings = { ...defaultSettings, timeZone: 'Asia/Shanghai', steps: ['5m'], numberKeys: false }
    expect(restoreSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen)
  })

  test('gives a setting that was not there yet, or can be no longer, its default', () => {
    expect(restoreSettings({ timeZone: 'Mars/Olympus', newPerDay: 7, gone: true })).toEqual({
      ...defaultSettings,
      newPerDay: 7,
    })
    expect(restoreSettings(null)).toEqual(defaultSettings)
  })
})

test('schedulingOf the defaults is the default scheduling', () => {
  expect(schedulingOf(defaultSettings)).toEqual(defaultScheduling)
})

test('schedulingOf gives the scheduler the steps and the retention chosen', () => {
  const { preview } = createScheduler(schedulingOf({ ...defaultSettings, steps: ['30m'], retention: 0.8 }))
  expect(preview(null, { atMs: 0, day: 0 }).again.due).toEqual({ kind: 'at', atMs: 30 * 60_000 })
})

test("dayClockOf goes by the zone chosen, else by the browser's, else by UTC", () => {
  const chosen = { ...defaultSettings, timeZone: 'Asia/Tokyo', dayStartsAtHour: 0 }
  expect(dayClockOf(chosen, 'Europe/Berlin')).toEqual({ timeZone: 'Asia/Tokyo', dayStartsAtHour: 0 })
  expect(dayClockOf(defaultSettings, 'Europe/Berlin')).toEqual({ timeZone: 'Europe/Berlin', dayStartsAtHour: 4 })
  expect(dayClockOf(defaultSettings)).toEqual({ timeZone: 'UTC', dayStartsAtHour: 4 })
})
