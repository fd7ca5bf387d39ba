import type { Given } from '../items/shown'
import { type Attempt, endOf } from './attempt'
import { breakLeftMs, isPaused } from './clock'

/** A running attempt as its owner's pages keep in step with it: nothing here tells what is right. */
export type ExamState = {
  /** The server's clock, in milliseconds since 1970 UTC, when this was said. */
  readonly now: number
  /** Null where nothing ends it. */
  readonly endsAt: number | null
  /** Until when the clock stands still at the most; null where it runs. */
  readonly pausedUntil: number | null
  /** Whether its owner stopped it, and may let it run again. */
  readonly isOwnBreak: boolean
  /** How long its owner may stop the clock yet. */
  readonly breakLeftMs: number
  /** The furthest question reached, where there is no way back; else 0. */
  readonly reached: number
  readonly finished: boolean
  /** What is in force at each question, in the order of asking. A revision of 0 is nothing yet. */
  readonly questions: readonly QuestionState[]
}

export type QuestionState = {
  readonly given: Given | null
  readonly revision: number
  /** Which page saved it, and when; empty and 0 where nothing is saved. */
  readonly by: string
  readonly at: number
  readonly flagged: boolean
  readonly flagRevision: number
}

export function examState(attempt: Attempt, now: number): ExamState {
  const { pause } = attempt.clock
  const isStill = pause !== null && isPaused(attempt.clock, now)
  return {
    now,
    endsAt: endOf(attempt),
    pausedUntil: isStill ? pause.at + pause.limitMs : null,
    isOwnBreak: isStill && pause.whose === 'own',
    breakLeftMs: breakLeftMs(attempt.clock, now),
    reached: attempt.reached,
    finished: attempt.finished !== null,
    questions: Array.from({ length: attempt.questions }, (_, position) => {
      const draft = attempt.drafts.get(position)
      const flag = attempt.flags.get(position)
      return {
        given: draft?.value ?? null,
        revision: draft?.revision ?? 0,
        by: draft?.by ?? '',
        at: draft?.at ?? 0,
        flagged: flag?.value ?? false,
        flagRevision: flag?.revision ?? 0,
      }
    }),
  }
}
