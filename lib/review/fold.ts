import type { Memory } from './memory'
import { type ChooseDays, type Happened, idealDays, type Scheduler } from './scheduler'

/** A review as the log keeps it. */
export type LoggedReview = Happened & {
  readonly id: string
  /** The review of the same card that it followed when it was done; null for the first. */
  readonly followed: string | null
  /** The days that were chosen to wait then; null where a step followed. */
  readonly days: number | null
  /** The terms of the scheduler then (`Scheduler.terms`): what is chosen later changes no past review. Null: unknown. */
  readonly terms: string | null
}

/** Reviews in the order in which they happened; the id decides between two of one instant. */
export function inOrder<R extends Pick<LoggedReview, 'atMs' | 'id'>>(reviews: readonly R[]): readonly R[] {
  return reviews.toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1))
}

/** One step of the fold. The days chosen then stand as long as the review still follows the one that it followed then. */
function addReview(scheduler: Scheduler, memory: Memory | null, review: LoggedReview, last: string | null): Memory {
  const { days, followed, terms } = review
  return scheduler.under(terms).review(memory, review, days !== null && followed === last ? () => days : idealDays)
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

/** A review that has just come in, before it is known what it follows. */
export type Incoming = Pick<LoggedReview, 'id' | 'rating' | 'atMs' | 'day'>

/** The memory kept of a card, and the review that it ends with. */
export type Kept = { readonly memory: Memory | null; readonly lastReviewId: string | null }

export type Placed = {
  /** The review as it goes into the log. */
  readonly logged: LoggedReview
  /** What was believed before it and after it, and after everything known of the card; `last` ends that. */
  readonly before: Memory | null
  readonly after: Memory
  readonly last: string
}

/**
 * Puts a review in its place. The newest is one step of the fold, and `choose` says how many days follow; one that was
 * done before the last (it comes from another device) folds the card's whole `log` anew.
 */
export function placeReview(
  scheduler: Scheduler,
  {
    kept,
    log,
    choose,
  }: { readonly kept: Kept; readonly log: () => readonly LoggedReview[]; readonly choose: ChooseDays },
  review: Incoming,
): Placed {
  const { memory, lastReviewId } = kept
  if (memory === null || lastReviewId === null || isAfter(review, { atMs: memory.lastAtMs, id: lastReviewId })) {
    const happened = { ...review, day: Math.max(review.day, memory?.lastDay ?? review.day) }
    const after = scheduler.review(memory, happened, choose)
    const days = after.due.kind === 'on' ? after.due.day - happened.day : null
    return {
      logged: { ...review, followed: lastReviewId, days, terms: scheduler.terms },
      before: memory,
      after,
      last: review.id,
    }
  }
  const logged = { ...review, followed: null, days: null, terms: scheduler.terms }
  const others = log()
  const whole = [...others, logged]
  const before = foldMemory(
    scheduler,
    others.filter((other) => isAfter(review, other)),
  )
  return { logged, before, after: foldMemory(scheduler, whole) ?? memory, last: inOrder(whole).at(-1)?.id ?? review.id }
}

function isAfter(review: Pick<LoggedReview, 'atMs' | 'id'>, other: Pick<LoggedReview, 'atMs' | 'id'>): boolean {
  return review.atMs > other.atMs || (review.atMs === other.atMs && review.id > other.id)
}
