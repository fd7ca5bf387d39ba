import type { Given } from '../items/shown'
import { type Attempt, endOf } from './attempt'

/** A running attempt as its owner's pages keep in step with it: nothing here tells what is right. */
export type ExamState = {
  /** The server's clock, in milliseconds since 1970 UTC, when this was said. */
  readonly now: number
  readonly endsAt: number
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
  return {
    now,
    endsAt: endOf(attempt),
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
