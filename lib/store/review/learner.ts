import 'server-only'
import { type Day, type DayClock, dayOf, findDay } from '../../review/day'
import { createScheduler, type Scheduling } from '../../review/scheduler'
import { dayClockOf, type Settings, schedulingOf } from '../../review/settings'
import { database } from '../database'
import { weightsIn } from '../training/weights'
import type { Learner } from './record-review'

/** How somebody is scheduled, and which day it is for them. */
export type LearnerToday = Learner & {
  readonly clock: DayClock
  readonly today: Day
  readonly settings: Settings
  /** What the scheduler was made of, for a device that schedules by itself. */
  readonly scheduling: Scheduling
}

type Person = {
  /** Undefined for somebody who has no session yet. */
  readonly userId: string | undefined
  readonly settings: Settings
  readonly foundTimeZone: string | undefined
  readonly now: Date
}

/** A learner as their settings and their trained weights have it, at an instant. */
export async function findLearner({ userId, settings, foundTimeZone, now }: Person): Promise<LearnerToday> {
  const { read } = await database()
  const clock = dayClockOf(settings, foundTimeZone)
  const { holiday, easyDays } = settings
  const [from, to] = [findDay(holiday?.from ?? ''), findDay(holiday?.to ?? '')]
  const chosen = schedulingOf(settings)
  const scheduling = userId === undefined ? chosen : { ...chosen, weights: weightsIn(read, userId) }
  return {
    scheduler: createScheduler(scheduling),
    workload: {
      shares: easyDays.map((percent) => percent / 100),
      holiday: from === null || to === null ? null : { from, to },
    },
    clock,
    today: dayOf(clock, now.getTime()),
    settings,
    scheduling,
  }
}
