import type { Answer } from '../items/answer'
import type { Body } from '../items/item'

/** A question of a finished paper after marking, by whatever rules are in force. */
export type MarkedQuestion = {
  readonly position: number
  readonly itemId: string
  readonly version: number
  readonly fact: string
  readonly topic: string
  readonly level: number
  readonly pathLength: string
  readonly body: Body
  readonly points: number
  /** In whole hundredths of `points`. */
  readonly credit: number
  /** In the machine's words; null where nothing was answered. */
  readonly answer: Answer | null
  /** The milliseconds spent on it (time-taken.ts); null where the log does not say. */
  readonly tookMs: number | null
}

/** One student's paper at an assignment. What counts for nobody is not in it. */
export type MarkedPaper = { readonly student: string; readonly questions: readonly MarkedQuestion[] }

/** Points as whole hundredths, so that equal scores are equal numbers. */
export type Points = { readonly earned: number; readonly outOf: number }

/** The sum of some questions, in hundredths of a point. */
export function pointsOf(questions: readonly Pick<MarkedQuestion, 'points' | 'credit'>[]): Points {
  let [earned, outOf] = [0, 0]
  for (const { points, credit } of questions) {
    earned += points * credit
    outOf += points * 100
  }
  return { earned, outOf }
}

/** The share of the points that was earned, 0 to 1; null where there was nothing to earn. */
export function shareOf({ earned, outOf }: Points): number | null {
  return outOf === 0 ? null : earned / outOf
}
