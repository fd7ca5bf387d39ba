import type { Day } from './day'
import { inOrder, type LoggedReview } from './fold'
import type { Memory } from './memory'
import { ratings } from './rating'
import { idealDays, type Scheduler } from './scheduler'
import { logLoss } from './totals'

/** How many reviews a learner must have before weights of their own are worth the attempt. */
export const leastReviews = 400

/** The share of the reviews, by time, that is learned from; on the rest the outcome is judged. */
const learnedShare = 0.8

/** The log of one card, in order of time, its days never going back: as the fold reads it. */
export type CardLog = readonly LoggedReview[]

/** Puts the logs of cards in order, each as the fold reads it. */
export function cardLogs(logs: readonly (readonly LoggedReview[])[]): readonly CardLog[] {
  return logs.map((log) => {
    let last: Day | undefined
    return inOrder(log).map((review) => {
      last = Math.max(review.day, last ?? review.day)
      return { ...review, day: last }
    })
  })
}

/**
 * The instant (ms since 1970 UTC) of the first review that is held out: four of five reviews were done before it. Infinity
 * without any.
 */
export function heldOutFrom(logs: readonly CardLog[]): number {
  const instants = logs.flatMap((log) => log.map(({ atMs }) => atMs)).sort((a, b) => a - b)
  return instants[Math.floor(instants.length * learnedShare)] ?? Number.POSITIVE_INFINITY
}

/** A review as the optimiser wants it: 1 (Again) to 4 (Easy), and the days since the card's last one, 0 for the first. */
export type Trial = readonly [rating: number, days: number]

/**
 * What one card gives to learn from: its trials, and after how many of them an outcome is learned. Those are the reviews on
 * a later day than the one before; what was done again on the same day shapes the memory and is no outcome of its own.
 */
export type Lesson = { readonly trials: readonly Trial[]; readonly ends: readonly number[] }

/** How many reviews of a card are looked at, as in fsrs-rs: its memory for more is in no proportion to what they tell. */
const longestLesson = 64

/** The lessons of the reviews before an instant; a card that was never asked again on a later day gives none. */
export function lessonsBefore(logs: readonly CardLog[], beforeMs: number): readonly Lesson[] {
  return logs.flatMap((log) => {
    const known = log.filter(({ atMs }) => atMs < beforeMs).slice(0, longestLesson)
    const trials = known.map(
      ({ rating, day }, index): Trial => [ratings.indexOf(rating) + 1, day - (known[index - 1]?.day ?? day)],
    )
    const ends = trials.flatMap(([, days], index) => (days > 0 ? index + 1 : []))
    return ends.length === 0 ? [] : [{ trials, ends }]
  })
}

/** How far predictions were off: over how many reviews, and their log losses added up. */
export type Loss = { readonly reviews: number; readonly sum: number }

/**
 * How well a scheduler predicts the reviews of one card from an instant on, each from all that was before it. The memory is
 * folded from the card's first review; counted is what was asked on a later day than the review before it.
 */
export function lossFrom(scheduler: Scheduler, log: CardLog, fromMs: number): Loss {
  let memory: Memory | null = null
  let reviews = 0
  let sum = 0
  for (const review of log) {
    if (memory !== null && review.atMs >= fromMs && review.day > memory.lastDay) {
      reviews += 1
      sum += logLoss(scheduler.recallOn(memory, review.day), review.rating !== 'again')
    }
    memory = scheduler.review(memory, review, idealDays)
  }
  return { reviews, sum }
}

/** What a training came to. Losses are means over the held-out reviews; lower is better. */
export type Judged = {
  readonly kind: 'kept' | 'not better'
  readonly heldOut: number
  readonly lossBefore: number
  readonly lossAfter: number
}

/** Below this a difference of log loss is the noise of its last digits, which nobody is shown. */
const leastGain = 0.0005

/** Judges new weights by both losses over the same reviews: they are kept only where they predict better. */
export function judge(before: Loss, after: Loss): Judged {
  const [lossBefore, lossAfter] = [before, after].map(({ reviews, sum }) => sum / Math.max(1, reviews)) as [
    number,
    number,
  ]
  const isBetter = after.reviews > 0 && lossAfter < lossBefore - leastGain
  return { kind: isBetter ? 'kept' : 'not better', heldOut: after.reviews, lossBefore, lossAfter }
}
