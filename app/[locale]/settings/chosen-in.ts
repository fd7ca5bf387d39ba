import { parseSteps, weekdays } from '@/lib/review/settings'

/** What the form of the settings says, in the shape of the settings but as it was typed: to be parsed. */
export function chosenIn(form: FormData): Readonly<Record<string, unknown>> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const number = (name: string) => (text(name) === '' ? Number.NaN : Number(text(name)))
  const orNull = (name: string) => (text(name) === '' ? null : text(name))
  const holiday = { from: text('holidayFrom'), to: text('holidayTo') }
  return {
    timeZone: orNull('timeZone'),
    dayStartsAtHour: number('dayStartsAtHour'),
    retention: number('retention') / 100,
    newPerDay: number('newPerDay'),
    reviewsPerDay: number('reviewsPerDay'),
    steps: parseSteps(text('steps')),
    relearningSteps: parseSteps(text('relearningSteps')),
    selfRating: form.has('selfRating'),
    secondTry: form.has('secondTry'),
    easyDays: weekdays.map((weekday) => number(weekday)),
    holiday: holiday.from === '' && holiday.to === '' ? null : holiday,
    examOn: orNull('examOn'),
    examSubject: text('examSubject'),
    examBlueprint: text('examBlueprint'),
    numberKeys: form.has('numberKeys'),
  }
}
