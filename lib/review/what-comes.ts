import { isHoliday, type Workload } from './balance'
import type { Day } from './day'

/** What a learner's cards wait for while none is asked; nothing suspended or resting counts. */
export type Waiting = {
  /** The milliseconds until the first card in steps comes; null where none is in steps. */
  readonly stepInMs: number | null
  /** The first day on which a card is due; null where none is scheduled. */
  readonly dueOn: Day | null
  /** Cards that were never asked. */
  readonly fresh: number
}

/** What comes next. `limits`: cards wait, but the settings let none come. `nothing`: there is none that could come. */
export type Coming =
  | { readonly kind: 'step'; readonly inMs: number }
  | { readonly kind: 'due' | 'fresh'; readonly inDays: number }
  | { readonly kind: 'limits' | 'nothing' }

type Limits = {
  readonly today: Day
  readonly newPerDay: number
  readonly reviewsPerDay: number
  readonly workload: Workload
}

/**
 * What comes next for a learner who has nothing left today: whatever is due already or new had no room today, and waits for
 * the next day that is no holiday.
 */
export function whatComes({ stepInMs, dueOn, fresh }: Waiting, limits: Limits): Coming {
  if (stepInMs !== null) return { kind: 'step', inMs: stepInMs }
  const { today, newPerDay, reviewsPerDay, workload } = limits
  const due = dueOn === null || reviewsPerDay === 0 ? null : workDayFrom(Math.max(dueOn, today + 1), workload)
  const next = fresh === 0 || newPerDay === 0 ? null : workDayFrom(today + 1, workload)
  if (due !== null && (next === null || due <= next)) return { kind: 'due', inDays: due - today }
  if (next !== null) return { kind: 'fresh', inDays: next - today }
  return { kind: dueOn === null && fresh === 0 ? 'nothing' : 'limits' }
}

/** The first day from this one on that is no holiday. */
function workDayFrom(day: Day, workload: Workload): Day {
  const { holiday } = workload
  return holiday !== null && isHoliday(workload, day) ? holiday.to + 1 : day
}
