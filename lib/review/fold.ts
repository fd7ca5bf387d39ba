import type { Memory } from './memory'
import { type Happened, idealDays, type Scheduler } from './scheduler'

/** A review as the log keeps it. */
export type LoggedReview = Happened & {
  readonly id: string
  /** The review of the same card that it followed when it was done; null for the first. */
  readonly followed: string | null
  /** The days that were chosen to wait then; null where a step followed. */
  readonly days: number | null
}

/** Reviews in the order in which they happened; the id decides between two of one instant. */
export function inOrder<R extends Pick<LoggedReview, 'atMs' | 'id'>>(reviews: readonly R[]): readonly R[] {
  return reviews.toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1))
}

/** One step of the fold. The days chosen then stand as long as the review still follows the one that it followed then. */
export function addReview(
  scheduler: Scheduler,
  memory: Memory | null,
  review: LoggedReview,
  last: string | null,
): Memory {
  const { days, followed } = review
  return scheduler.review(memory, review, days !== null && followed === last ? () => days : idealDays)
}

/**
 * The memory of one card from its whole log, in whatever order the reviews are given; null without any. A review that has
 * been undone is not to be among them. A device's clock may lag behind another's: a day never goes back.
 */
export function foldMemory(scheduler: Scheduler, reviews: readonly LoggedReview[]): Memory | null {
  let memory: Memory | null = null
  let last: string | null = null
  for (const review of inOrder(reviews)) {
    memory = addReview(scheduler, memory, { ...review, day: Math.max(review.day, memory?.lastDay ?? review.day) }, last)
    last = review.id
  }
  return memory
}
