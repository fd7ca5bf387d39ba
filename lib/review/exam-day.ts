import { type Day, dayOf, findDay } from './day'
import { dayClockOf, type Settings } from './settings'

/** For how many days a past exam is spoken of. */
const daysAfter = 7

/** Whether the exam of a learner was in the last days: it is time for a new date. */
export function isLatelyOver(
  { settings, foundTimeZone }: { readonly settings: Settings; readonly foundTimeZone: string | undefined },
  now: Date,
): boolean {
  const today = dayOf(dayClockOf(settings, foundTimeZone), now.getTime())
  const days = findDaysTo(settings, today)
  return days !== null && days < 0 && days >= -daysAfter
}

/** The days from `today` to the exam that is set: 0 on its day, less than 0 where it is over; null where none is set. */
export function findDaysTo({ examOn }: Pick<Settings, 'examOn'>, today: Day): number | null {
  const examDay = examOn === null ? null : findDay(examOn)
  return examDay === null ? null : examDay - today
}
