import 'server-only'
import { type Day, type DayClock, dayOf, findDay } from '../../review/day'
import { createScheduler, type Scheduling } from '../../review/scheduler'
import { dayClockOf, type Settings, schedulingOf } from '../../review/settings'
import type { Learner } from './record-review'

/** How somebody is scheduled, and which day it is for them. */
export type LearnerToday = Learner & {
  readonly clock: DayClock
  readonly today: Day
  readonly settings: Settings
  /** What the scheduler was made of, for a device that schedules by itself. */
  readonly scheduling: Scheduling
}

/** The learner that these settings make, at an instant. */
export function learnerOf(settings: Settings, foundTimeZone: string | undefined, now: Date): LearnerToday {
  const clock = dayClockOf(settings, foundTimeZone)
  const scheduling = schedulingOf(settings)
  const { holiday, easyDays } = settings
  const [from, to] = [findDay(holiday?.from ?? ''), findDay(holiday?.to ?? '')]
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
