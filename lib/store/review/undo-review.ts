import 'server-only'
import { foldMemory, inOrder } from '../../review/fold'
import { restsAtLapse } from '../../review/memory'
import type { Scheduler } from '../../review/scheduler'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { weightsIn } from '../training/weights'
import { type Card, findCard, keepCard } from './card'
import { findLastReview, listReviewsOf } from './review'
import { countReview } from './totals'

export type Undone =
  | { readonly kind: 'undone'; readonly card: Card }
  | { readonly kind: 'refused'; readonly error: 'nothing to undo' | 'busy' }

/**
 * Takes back the last review that this user sent and has not taken back: the review stays in the log, and its card and
 * the totals are as if it had not been. Again takes back the one before.
 */
export async function undoReview(userId: string, scheduler: Scheduler, now: Date): Promise<Undone> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => undoLast(prepare, userId, scheduler, now))
  return written.kind === 'written' ? written.value : written
}

function undoLast(prepare: Prepare, userId: string, scheduler: Scheduler, now: Date): Undone {
  const last = findLastReview(prepare, { userId })
  const card = last === undefined ? undefined : findCard(prepare, { userId, cardId: last.cardId })
  if (last === undefined || card === undefined) return { kind: 'refused', error: 'nothing to undo' }
  prepare<[string, string, string]>(`INSERT INTO "Undo" ("reviewId", "userId", at) VALUES (?, ?, ?)`).run(
    last.review.id,
    userId,
    toInstantColumn(now),
  )
  countReview(prepare, userId, last.review, -1)
  const reviews = listReviewsOf(prepare, { userId, cardId: card.id })
  const memory = foldMemory(scheduler.withWeights(weightsIn(prepare, userId)), reviews)
  const before = inOrder(reviews).at(-1)
  const lapsed = (memory?.lapses ?? 0) < (card.memory?.lapses ?? 0)
  const met = (card.kindsMet[last.review.itemKind] ?? 1) - 1
  const after: Card = {
    ...card,
    memory,
    lastReviewId: before?.id ?? null,
    lastItemId: before?.itemId ?? null,
    kindsMet: { ...card.kindsMet, [last.review.itemKind]: Math.max(0, met) },
    // The review that put it to rest is taken back, and the rest with it.
    rested: card.rested && !(lapsed && restsAtLapse(card.memory?.lapses ?? 0)),
  }
  keepCard(prepare, userId, after, now)
  return { kind: 'undone', card: after }
}
