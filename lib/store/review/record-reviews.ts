import 'server-only'
import type { Given } from '../../items/shown'
import { dayOf } from '../../review/day'
import { inOrder } from '../../review/fold'
import type { Rating } from '../../review/rating'
import { database } from '../database'
import type { LearnerToday } from './learner'
import { markReview } from './mark-review'
import { recordReview } from './record-review'
import { findReview } from './review'

/** A review that a device did by itself: what was answered, and when by the server's clock. */
export type DeviceReview = {
  readonly id: string
  readonly card: string
  readonly handle: number
  readonly seed: number
  readonly given: Given
  readonly print: number
  readonly tookMs: number
  readonly sure: boolean
  readonly rating: Rating | null
  readonly at: Date
}

export type ReviewResult =
  | { readonly kind: 'recorded' | 'already' }
  | { readonly kind: 'refused'; readonly error: 'invalid' | 'no such card' | 'withdrawn' | 'busy' }

type Batch = {
  readonly userId: string
  /** Null stands for what could not be read. */
  readonly reviews: readonly (DeviceReview | null)[]
  readonly receivedAt: Date
}

/**
 * Replays reviews of a device in order of time and id, whatever their order here: each is marked by the machine, rated by
 * the evidence and put in its place by `recordReview`, so that a batch sent again or turned round changes nothing. Gives
 * what became of each, in the order given. After one that is refused as 'busy' the later ones are refused so, too: they are
 * to follow it when it is sent again.
 */
export async function recordReviews(
  { userId, reviews, receivedAt }: Batch,
  learner: LearnerToday,
): Promise<readonly ReviewResult[]> {
  const results: ReviewResult[] = reviews.map(() => ({ kind: 'refused', error: 'invalid' }))
  const known = reviews.flatMap((review, place) =>
    review === null ? [] : [{ id: review.id, atMs: review.at.getTime(), review, place }],
  )
  let busy = false
  for (const { review, place } of inOrder(known)) {
    const result: ReviewResult = busy
      ? { kind: 'refused', error: 'busy' }
      : await recordOne(review, { userId, receivedAt, learner })
    busy = result.kind === 'refused' && result.error === 'busy'
    results[place] = result
  }
  return results
}

type Recording = { readonly userId: string; readonly receivedAt: Date; readonly learner: LearnerToday }

async function recordOne(review: DeviceReview, { userId, receivedAt, learner }: Recording): Promise<ReviewResult> {
  const { id, card, tookMs, sure, rating, at } = review
  const { read } = await database()
  // Its item may have been withdrawn since.
  if (findReview(read, { userId, id })?.cardId === card) return { kind: 'already' }
  const marked = await markReview(userId, review)
  if (marked.kind === 'refused') return marked
  const recorded = await recordReview(
    {
      id,
      userId,
      cardId: marked.cardId,
      at,
      day: dayOf(learner.clock, at.getTime()),
      receivedAt,
      item: marked.item,
      given: marked.answer,
      evidence: { right: marked.right, helped: false, sure, tookMs },
      // Whether learners rate themselves may have been changed since: what they said then counts.
      selfRating: rating,
      siblings: marked.siblings,
    },
    learner,
  )
  return recorded.kind === 'refused' ? recorded : { kind: recorded.kind }
}
