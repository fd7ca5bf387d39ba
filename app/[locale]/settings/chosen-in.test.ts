import { describe, expect, test } from 'vitest'
import { defaultSettings, parseSettings } from '@/lib/review/settings'
import { chosenIn } from './chosen-in'

const typed = {
  timeZone: '',
  dayStartsAtHour: '4',
  retention: '90',
  newPerDay: '20',
  reviewsPerDay: ' 200 ',
  steps: '1m 10m',
  relearningSteps: '10m',
  monday: '100',
  tuesday: '100',
  wednesday: '100',
  thursday: '100',
  friday: '100',
  saturday: '100',
  sunday: '100',
  holidayFrom: '',
  holidayTo: '',
  examOn: '',
  examSubject: '',
  examBlueprint: 'midterm',
  numberKeys: 'on',
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const parse = (changes: Readonly<Record<string, string>>) => parseSettings(chosenIn(formOf({ ...typed, ...changes })))

describe('the form of the settings', () => {
  test('untouched gives the defaults', () => {
    expect(parse({})).toEqual({ kind: 'parsed', settings: defaultSettings })
  })

  test('gives what was chosen', () => {
    const { numberKeys: _, ...withoutKeys } = typed
    const form = formOf({
      ...withoutKeys,
      timeZone: 'Asia/Shanghai',
      retention: '97',
      selfRating: 'on',
      saturday: '50',
      sunday: '0',
      holidayFrom: '2026-12-24',
      holidayTo: '2027-01-01',
      examOn: '2026-12-20',
      examSubject: ' 408 ',
      examBlueprint: '408',
    })
    expect(parseSettings(chosenIn(form))).toEqual({
      kind: 'parsed',
      settings: {
        ...defaultSettings,
        timeZone: 'Asia/Shanghai',
        retention: 0.97,
        selfRating: true,
        secondTry: false,
        easyDays: [100, 100, 100, 100, 100, 50, 0],
        holiday: { from: '2026-12-24', to: '2027-01-01' },
        examOn: '2026-12-20',
        examSubject: '408',
        examBlueprint: '408',
        numberKeys: false,
      },
    })
  })

  test.each([
    [{ newPerDay: '' }, 'newPerDay'],
    [{ newPerDay: 'many' }, 'newPerDay'],
    [{ retention: '99' }, 'retention'],
    [{ steps: '10' }, 'steps'],
    [{ holidayFrom: '2026-12-24' }, 'holiday'],
    [{ monday: '70' }, 'easyDays'],
  ])('with %o is refused by the name %s', (changes, name) => {
    expect(parse(changes)).toEqual({ kind: 'refused', names: [name] })
  })
})
