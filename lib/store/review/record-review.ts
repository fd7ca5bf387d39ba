import 'server-only'
import { randomFrom, seedOf } from '../../items/random'
import { balanced, type Workload } from '../../review/balance'
import type { Day } from '../../review/day'
import { inOrder, type Placed, placeReview } from '../../review/fold'
import { restsAfter } from '../../review/memory'
import { type Evidence, nextUsualMs, type Rating, rateEvidence } from '../../review/rating'
import type { ChooseDays, Scheduler } from '../../review/scheduler'
import { toInstantColumn, toJsonColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { weightsIn } from '../training/weights'
import { type Card, findCard, keepCard } from './card'
import { findReview, listReviewsOf } from './review'
import { countReview } from './totals'
import { findUsualMs, keepUsualMs } from './usual-time'

/** How this learner is scheduled. */
export type Learner = { readonly scheduler: Scheduler; readonly workload: Workload }

/** One item answered about one card, or one card flipped and rated. */
export type NewReview = {
  /** Made on the device. */
  readonly id: string
  readonly userId: string
  readonly cardId: string
  /** When it was done, never after `receivedAt`, and the learner's day of that instant. */
  readonly at: Date
  readonly day: Day
  readonly receivedAt: Date
  /** The item that asked; null where the card was flipped. */
  readonly item: { readonly id: string; readonly kind: string; readonly version: number; readonly seed: number } | null
  readonly given: unknown
  readonly evidence: Omit<Evidence, 'usualMs'>
  /** The learner's own rating; null where the evidence rates. */
  readonly selfRating: Rating | null
  /** The facts that are left out for the rest of the day. */
  readonly siblings: readonly string[]
}

export type RecordedReview =
  /** `leech`: by this review the card has lapsed too often and rests from now on. */
  | { readonly kind: 'recorded'; readonly rating: Rating; readonly card: Card; readonly leech: boolean }
  /** The same review had come before: nothing was changed. */
  | { readonly kind: 'already'; readonly rating: Rating; readonly card: Card }
  | { readonly kind: 'refused'; readonly error: 'no such card' | 'busy' }

/**
 * Adds a review to the log and folds it into its card, by one transaction that is on disk when this resolves. The same id
 * again changes nothing. A review done before the card's last one (it comes from another device) is put in its place, and
 * the card is folded anew. A card that is not this user's, and an id in use elsewhere, is refused as 'no such card'.
 */
export async function recordReview(review: NewReview, learner: Learner): Promise<RecordedReview> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => addReview(prepare, review, learner))
  return written.kind === 'written' ? written.value : written
}

function addReview(prepare: Prepare, review: NewReview, learner: Learner): RecordedReview {
  const { id, userId, cardId, item, evidence } = review
  const { workload } = learner
  // They may have been trained since the request began; what is folded is folded by one set.
  const scheduler = learner.scheduler.withWeights(weightsIn(prepare, userId))
  const card = findCard(prepare, { userId, cardId })
  if (card === undefined) return { kind: 'refused', error: 'no such card' }
  const known = findReview(prepare, { userId, id })
  if (known !== undefined && known.cardId === cardId) return { kind: 'already', rating: known.rating, card }

  const usualMs = item === null ? null : findUsualMs(prepare, userId, item.kind)
  const rating = review.selfRating ?? rateEvidence({ ...evidence, usualMs })
  const placed = placeReview(
    scheduler,
    {
      kept: card,
      log: () => listReviewsOf(prepare, { userId, cardId }),
      choose: chooseDays(prepare, review, workload),
    },
    { id, rating, atMs: review.at.getTime(), day: review.day },
  )
  const row = reviewColumns(review, placed, scheduler)
  if (insertReview(prepare).run(row).changes === 0) return { kind: 'refused', error: 'no such card' }

  const { day } = placed.logged
  const { phaseBefore, stabilityBefore, recallBefore } = row
  const counted = { rating, day, tookMs: evidence.tookMs, phaseBefore, stabilityBefore, recallBefore }
  countReview(prepare, userId, counted, 1)
  release(prepare).run({ cardId, userId })
  if (item !== null) keepUsualMs(prepare, { userId, kind: item.kind, usualMs: nextUsualMs(usualMs, evidence.tookMs) })
  for (const factId of review.siblings) bury(prepare).run({ userId, factId, day })

  const lapsed = restsAfter(card.memory, placed.after)
  const after: Card = {
    ...card,
    postponedTo: null,
    memory: placed.after,
    lastReviewId: placed.last,
    lastItemId: lastItemOf(prepare, review, placed, card),
    kindsMet: item === null ? card.kindsMet : { ...card.kindsMet, [item.kind]: (card.kindsMet[item.kind] ?? 0) + 1 },
    rested: card.rested || lapsed,
  }
  keepCard(prepare, userId, after, review.receivedAt)
  return { kind: 'recorded', rating, card: after, leech: after.rested && !card.rested }
}

/** A flip asks by no item: which item comes next is as if it had not been. */
function lastItemOf(prepare: Prepare, { id, userId, item }: NewReview, { last }: Placed, card: Card): string | null {
  if (last === id) return item?.id ?? card.lastItemId
  const log = inOrder(listReviewsOf(prepare, { userId, cardId: card.id }))
  return log.findLast(({ itemId }) => itemId !== null)?.itemId ?? null
}

/** Looks at what else is due; chance is drawn from the review's id, so that the same review chooses the same day. */
function chooseDays(prepare: Prepare, { id, userId, day }: NewReview, workload: Workload): ChooseDays {
  const due = prepare<[string, Day]>(`SELECT count(*) FROM "Card" WHERE "userId" = ? AND "dueDay" = ?`).pluck()
  return balanced(day, randomFrom(seedOf(id))(), workload, (on) => Number(due.get(userId, on)))
}

/** A sibling that waits for its day is left out today, by a review that comes late no shorter; what is in steps goes on. */
const bury = (prepare: Prepare) =>
  prepare<[{ userId: string; factId: string; day: Day }]>(
    `UPDATE "Card" SET "buriedOn" = max(coalesce("buriedOn", @day), @day) WHERE "userId" = @userId AND "factId" = @factId AND "dueAt" IS NULL`,
  )

/** Once it was asked, it need not wait any more. */
const release = (prepare: Prepare) =>
  prepare<[{ cardId: string; userId: string }]>(
    `UPDATE "Card" SET "postponedTo" = NULL WHERE id = @cardId AND "userId" = @userId AND "postponedTo" IS NOT NULL`,
  )

/** What stands in the log as the kind of a review without an item. */
const flashcard = 'flashcard'

type ReviewColumns = ReturnType<typeof reviewColumns>

function reviewColumns(review: NewReview, { logged, before }: Placed, scheduler: Scheduler) {
  const { id, userId, cardId, item, evidence } = review
  const bit = (value: boolean) => (value ? 1 : 0)
  return {
    id,
    userId,
    cardId,
    at: toInstantColumn(review.at),
    day: logged.day,
    receivedAt: toInstantColumn(review.receivedAt),
    rating: logged.rating,
    selfRated: bit(review.selfRating !== null),
    right: bit(evidence.right),
    helped: bit(evidence.helped),
    sure: bit(evidence.sure),
    tookMs: evidence.tookMs,
    itemId: item?.id ?? null,
    itemKind: item?.kind ?? flashcard,
    itemVersion: item?.version ?? 0,
    seed: item?.seed ?? 0,
    given: review.given === null ? null : toJsonColumn(review.given),
    followed: logged.followed,
    days: logged.days,
    terms: logged.terms,
    phaseBefore: before?.phase ?? null,
    stabilityBefore: before?.stability ?? null,
    difficultyBefore: before?.difficulty ?? null,
    recallBefore: before === null ? null : scheduler.recallOn(before, logged.day),
  }
}

const insertReview = (prepare: Prepare) =>
  prepare<[ReviewColumns]>(
    `INSERT INTO "Review" (id, "userId", "cardId", at, day, "receivedAt", rating, "selfRated", "right", helped, sure, "tookMs",
       "itemId", "itemKind", "itemVersion", seed, given, followed, days, terms, "phaseBefore", "stabilityBefore",
       "difficultyBefore", "recallBefore")
     VALUES (@id, @userId, @cardId, @at, @day, @receivedAt, @rating, @selfRated, @right, @helped, @sure, @tookMs,
       @itemId, @itemKind, @itemVersion, @seed, @given, @followed, @days, @terms, @phaseBefore, @stabilityBefore,
       @difficultyBefore, @recallBefore)
     ON CONFLICT DO NOTHING`,
  )
