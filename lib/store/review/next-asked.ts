import 'server-only'
import { isHoliday } from '../../review/balance'
import type { Waiting } from '../../review/queue'
import { type AskedCard, findAskedCard } from './asked-card'
import type { LearnerToday } from './learner'
import { findQueue } from './next-card'

/** What is left for today, and the card that is asked next, as it is asked; undefined where there is none. */
export type NextAsked = { readonly waiting: Waiting; readonly asked: AskedCard | undefined }

/** What this learner is asked next. On a holiday nothing new is begun and nothing is due; steps under way go on. */
export async function findNextAsked(userId: string, learner: LearnerToday, now: Date): Promise<NextAsked> {
  const { today } = learner
  const { waiting, next } = await findQueue({ userId, now, today, ...limitsOf(learner) })
  return { waiting, asked: next === null ? undefined : await findAskedCard(next) }
}

/** How much a learner's day may hold. */
export function limitsOf({ workload, today, settings: { newPerDay, reviewsPerDay } }: LearnerToday) {
  return isHoliday(workload, today) ? { newPerDay: 0, reviewsPerDay: 0 } : { newPerDay, reviewsPerDay }
}
