import 'server-only'
import { isHoliday } from '../../review/balance'
import type { LearnerToday } from './learner'

/** How much a day of this learner's may hold; on a holiday nothing new is begun and nothing is due. */
export function limitsOf({ workload, today, settings }: LearnerToday) {
  const { newPerDay, reviewsPerDay } = settings
  return isHoliday(workload, today) ? { newPerDay: 0, reviewsPerDay: 0 } : { newPerDay, reviewsPerDay }
}
