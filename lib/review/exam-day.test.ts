import { expect, it } from 'vitest'
import { findDaysToExam } from './exam-day'
import { defaultSettings } from './settings'

const reader = (examOn: string | null) => ({ settings: { ...defaultSettings, examOn }, foundTimeZone: 'Asia/Shanghai' })
const at = (iso: string) => new Date(iso)

it('counts the days to the exam on the calendar of the learner', () => {
  expect(findDaysToExam(reader('2026-12-01'), at('2026-11-22T12:00:00+08:00'))).toBe(9)
  // Before 04:00 it is still the day before.
  expect(findDaysToExam(reader('2026-12-01'), at('2026-12-01T03:59:00+08:00'))).toBe(1)
  expect(findDaysToExam(reader('2026-12-01'), at('2026-12-01T04:00:00+08:00'))).toBe(0)
})

it('says nothing of an exam that is over, or of none', () => {
  expect(findDaysToExam(reader('2026-12-01'), at('2026-12-02T04:00:00+08:00'))).toBe(null)
  expect(findDaysToExam(reader(null), at('2026-12-02T04:00:00+08:00'))).toBe(null)
})
