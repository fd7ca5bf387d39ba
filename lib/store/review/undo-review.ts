import 'server-only'
import { foldMemory, inOrder } from '../../review/fold'
import { restsAtLapse } from '../../review/memory'
import type { Scheduler } from '../../review/scheduler'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { weightsIn } from '../training/weights'
import { type Card, findCard, keepCard } from './card'
import { findLastReview, listReviewsOf, type StoredReview } from './review'
import { countReview } from './totals'

export type Undone =
  | { readonly kind: 'undone'; readonly card: Card }
  | { readonly kind: 'refused'; readonly error: 'nothing to undo' | 'busy' }

/**
 * Takes back the last review that this user sent and has not taken back: the review stays in the log, and its card and
 * the totals are as if it had not been. Again takes back the one before.
 *
 * @param meant the review that is to be taken back, where that is known: where another is the last one by now, it is
 *   refused as 'nothing to undo', so that a double press or a second device takes back no more than was meant.
 */
export async function undoReview(
  userId: string,
  scheduler: Scheduler,
  now: Date,
  meant: string | null = null,
): Promise<Undone> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => undoLast(prepare, { userId, scheduler, now, meant }))
  return written.kind === 'written' ? written.value : written
}

type Undoing = {
  readonly userId: string
  readonly scheduler: Scheduler
  readonly now: Date
  readonly meant: string | null
}

function undoLast(prepare: Prepare, { userId, scheduler, now, meant }: Undoing): Undone {
  const last = findLastReview(prepare, { userId })
  if (meant !== null && meant !== last?.review.id) return { kind: 'refused', error: 'nothing to undo' }
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
  const before = inOrder(reviews)
  const lapsed = (memory?.lapses ?? 0) < (card.memory?.lapses ?? 0)
  const after: Card = {
    ...card,
    memory,
    lastReviewId: before.at(-1)?.id ?? null,
    lastItemId: before.findLast(({ itemId }) => itemId !== null)?.itemId ?? null,
    kindsMet: kindsWithout(card, last.review),
    // The review that put it to rest is taken back, and the rest with it.
    rested: card.rested && !(lapsed && restsAtLapse(card.memory?.lapses ?? 0)),
  }
  keepCard(prepare, userId, after, now)
  return { kind: 'undone', card: after }
}

/** How often each kind has asked the card, without this review; a flip was none of them. */
function kindsWithout({ kindsMet }: Card, { itemId, itemKind }: StoredReview): Card['kindsMet'] {
  return itemId === null ? kindsMet : { ...kindsMet, [itemKind]: Math.max(0, (kindsMet[itemKind] ?? 1) - 1) }
}
