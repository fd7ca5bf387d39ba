import { describe, expect, test } from 'vitest'
import { presets } from '../assessment/blueprint'
import { type AssignmentSettings, defaultAssignments, type Window } from './assignment'
import { parseAssignmentForm } from './assignment-form'
import { wallTimeOf } from './local-time'

const window: Window = { opensAt: Date.UTC(2026, 10, 23, 8), dueAt: Date.UTC(2026, 10, 30, 16), closesAt: null }

/** The form as a page shows it for these settings. */
function formOf(settings: AssignmentSettings, changes: Record<string, string | null> = {}): FormData {
  const form = new FormData()
  const { blueprint, shown, networks, ...rest } = settings
  form.set('title', 'Closing')
  for (const [name, at] of Object.entries(window)) form.set(name, at === null ? '' : wallTimeOf(at, 'Asia/Shanghai'))
  const drawn = blueprint ?? presets.midterm
  for (const name of ['questions', 'points', 'minutes'] as const) form.set(name, String(drawn[name]))
  for (const [topic, share] of Object.entries(drawn.topics)) form.set(`topic ${topic}`, String(share))
  for (const [level, share] of Object.entries(drawn.levels)) form.set(`level ${level}`, String(share))
  for (const one of drawn.forms) form.append('form', one)
  for (const [part, when] of Object.entries(shown)) form.set(`shown ${part}`, when)
  for (const name of ['credit', 'tries', 'counts', 'lessPerTry', 'lessPerDayLate', 'password', 'honour'] as const)
    form.set(name, String(rest[name]))
  form.set('networks', networks.join(' '))
  if (rest.isShuffled) form.set('isShuffled', 'on')
  if (rest.isOneWay) form.set('isOneWay', 'on')
  if (rest.minutes !== null) {
    form.set('isTimed', 'on')
    form.set('minutes', String(rest.minutes))
  }
  if (blueprint !== null) form.set('isDrawn', 'on')
  for (const [name, value] of Object.entries(changes)) value === null ? form.delete(name) : form.set(name, value)
  return form
}

const given = { kind: 'homework', timeZone: 'Asia/Shanghai', picked: [], questions: [] } as const

describe('parseAssignmentForm', () => {
  test('reads back what a form shows, with its times on the wall clock of the zone', () => {
    const minutes = presets.midterm.minutes
    const settings: AssignmentSettings = {
      ...defaultAssignments.homework,
      minutes,
      isOneWay: true,
      password: 'seq',
      networks: ['192.0.2.0/24', '2001:db8::/32'],
      honour: 'Alone.',
    }
    expect(parseAssignmentForm(formOf(settings), given)).toEqual({ kind: 'parsed', title: 'Closing', settings, window })
  })

  test('gives an exam one try, whatever is sent', () => {
    const parsed = parseAssignmentForm(formOf(defaultAssignments.homework, { tries: '9' }), { ...given, kind: 'exam' })
    expect(parsed).toMatchObject({ settings: { tries: 1, lessPerDayLate: 100, counts: 'best' } })
  })

  test('draws nothing where all is picked, and always something where nothing is', () => {
    const form = formOf(defaultAssignments.homework, { isDrawn: null })
    const picked = [{ itemId: 'next-state/listen.syn', points: 2 }]
    expect(parseAssignmentForm(form, { ...given, picked })).toMatchObject({ settings: { blueprint: null, picked } })
    expect(parseAssignmentForm(form, given)).toMatchObject({ settings: { blueprint: { questions: 10 } } })
  })

  test.each([
    ['title', { title: ' ' }],
    ['opensAt', { opensAt: '' }],
    ['opensAt', { opensAt: 'soon' }],
    ['dueAt', { dueAt: '2026-02-30T10:00' }],
    ['closesAt', { closesAt: '2026-11-23T10:00' }],
    ['blueprint', { questions: '0' }],
    ['minutes', { isTimed: 'on', minutes: '' }],
    ['tries', { tries: '0' }],
    ['counts', { counts: 'worst' }],
    ['lessPerTry', { lessPerTry: '101' }],
    ['shown', { 'shown key': 'yesterday' }],
  ] as const)('says that %s is wrong', (field, changes) => {
    const parsed = parseAssignmentForm(formOf(defaultAssignments.homework, changes), given)
    expect(parsed.kind === 'refused' && parsed.fields).toContain(field)
  })
})
