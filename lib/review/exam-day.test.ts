import { expect, it, test } from 'vitest'
import { findDay } from './day'
import { findDaysTo, isLatelyOver } from './exam-day'
import { defaultSettings } from './settings'

const reader = (examOn: string | null) => ({ settings: { ...defaultSettings, examOn }, foundTimeZone: 'Asia/Shanghai' })
const at = (iso: string) => new Date(iso)

test.each([
  ['2026-12-01', 9],
  ['2026-11-22', 0],
  ['2026-11-21', -1],
  [null, null],
])('to an exam on %s there are %s days', (examOn, days) => {
  const today = findDay('2026-11-22')
  if (today === null) throw new Error('It is a date')
  expect(findDaysTo({ examOn }, today)).toBe(days)
})

it('is lately over for a week after its day, on the calendar of the learner', () => {
  const isOver = (iso: string) => isLatelyOver(reader('2026-12-01'), at(iso))
  // Before 04:00 it is still the day of the exam.
  expect(isOver('2026-12-02T03:59:00+08:00')).toBe(false)
  expect(isOver('2026-12-02T04:00:00+08:00')).toBe(true)
  expect(isOver('2026-12-09T03:59:00+08:00')).toBe(true)
  expect(isOver('2026-12-09T04:00:00+08:00')).toBe(false)
  expect(isLatelyOver(reader(null), at('2026-12-02T04:00:00+08:00'))).toBe(false)
})
