import { dayOf, findDay } from './day'
import { dayClockOf, type Settings } from './settings'

/** The learner's days until their exam, 0 on its day; null where none is set or it is over. */
export function findDaysToExam(
  { settings, foundTimeZone }: { readonly settings: Settings; readonly foundTimeZone: string | undefined },
  now: Date,
): number | null {
  const examDay = settings.examOn === null ? null : findDay(settings.examOn)
  if (examDay === null) return null
  const days = examDay - dayOf(dayClockOf(settings, foundTimeZone), now.getTime())
  return days < 0 ? null : days
}
