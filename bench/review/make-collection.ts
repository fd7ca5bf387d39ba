import { randomUUID } from 'node:crypto'
import { deriveBank } from '../../lib/items/bank'
import { markBody } from '../../lib/items/mark'
import { randomFrom } from '../../lib/items/random'
import { idealDays } from '../../lib/review/scheduler'
import { type Contribution, contributionsOf } from '../../lib/review/totals'
import { toInstantColumn } from '../../lib/store/columns'
import { database } from '../../lib/store/database'
import { addCards } from '../../lib/store/review/add-cards'
import type { Card } from '../../lib/store/review/card'
import { keepCard } from '../../lib/store/review/card'
import { factIdsOf } from '../../lib/store/review/fact-ids-of'
import type { LearnerToday } from '../../lib/store/review/learner'
import { replaceTotals } from '../../lib/store/review/totals'
import type { Prepare } from '../../lib/store/sqlite/statements'
import { givenFor } from '../measure/given'

type Collection = {
  readonly userId: string
  readonly reviews: number
  readonly learner: LearnerToday
  readonly now: Date
}

const reviewsADay = 100
const cards = 300
/** As many are due at the end in each collection, whatever its length: that is the day's work, and the same for all. */
const dueAtTheEnd = 200
const dayMs = 86_400_000

/**
 * Writes the log of somebody who reviewed 300 cards in turn, a hundred a day up to yesterday, with the memories and totals
 * that it amounts to: what recording one after the other would have left, by the same functions, in one transaction.
 */
export async function makeCollection({ userId, reviews, learner, now }: Collection): Promise<void> {
  const { scheduler, today } = learner
  const factIds = factIdsOf('machine').slice(0, cards)
  await addCards({ userId, factIds, source: 'set', now })
  const { writeNow } = await database()
  const days = Math.ceil(reviews / reviewsADay)
  const written = await writeNow((prepare) => {
    const held = cardsOf(prepare, userId, factIds)
    const chance = randomFrom(reviews)
    const totals = new Map<string, Contribution>()
    const insert = insertReview(prepare)
    for (let nth = 0; nth < reviews; nth++) {
      const place = nth % held.length
      const card = held[place]
      if (card === undefined) continue
      const day = today - days + Math.floor(nth / reviewsADay)
      const atMs = day * dayMs + 12 * 3_600_000 + (nth % reviewsADay) * 60_000
      const asked = card.answers[Math.floor(chance() * card.answers.length)]
      if (asked === undefined) continue
      const rating = asked.right || chance() < 0.85 ? 'good' : 'again'
      const before = card.memory
      const happened = { rating, atMs, day } as const
      card.memory = scheduler.review(before, happened, idealDays)
      const id = randomUUID()
      const at = toInstantColumn(new Date(atMs))
      const recall = before === null ? null : scheduler.recallOn(before, day)
      const tookMs = 3000 + Math.floor(chance() * 9000)
      insert.run({
        ...{ id, at, day, rating, userId, cardId: card.id, recall, tookMs },
        right: rating === 'good' ? 1 : 0,
        ...{ itemId: asked.itemId, kind: asked.kind, given: asked.given, followed: card.lastReviewId },
        days: card.memory.due.kind === 'on' ? card.memory.due.day - day : null,
        phase: before?.phase ?? null,
        stability: before?.stability ?? null,
        difficulty: before?.difficulty ?? null,
      })
      card.lastReviewId = id
      const phaseBefore = before?.phase ?? null
      const stabilityBefore = before?.stability ?? null
      for (const part of contributionsOf({ rating, day, tookMs, phaseBefore, stabilityBefore, recallBefore: recall }))
        add(totals, part)
    }
    replaceTotals(prepare, userId, [...totals.values()])
    for (const [index, { id, factId, memory, lastReviewId }] of held.entries()) {
      const due = memory !== null && index < dueAtTheEnd ? { ...memory, phase: 'review' as const } : memory
      const kept: Card = {
        ...{
          id,
          factId,
          noteId: null,
          lastReviewId,
          lastItemId: null,
          kindsMet: {},
          suspended: false,
          postponedTo: null,
          rested: false,
        },
        memory: due === null || index >= dueAtTheEnd ? due : { ...due, due: { kind: 'on', day: today } },
      }
      keepCard(prepare, userId, kept, now)
    }
  })
  if (written.kind === 'refused') throw new Error('Cannot write the collection')
}

type Held = {
  readonly id: string
  readonly factId: string
  readonly answers: readonly Answered[]
  memory: Card['memory']
  lastReviewId: string | null
}

type Answered = { readonly itemId: string; readonly kind: string; readonly given: string; readonly right: boolean }

/** The cards of these facts, each with some answers that a person could have given. */
function cardsOf(prepare: Prepare, userId: string, factIds: readonly string[]): Held[] {
  const find = prepare<[string, string]>('SELECT id FROM "Card" WHERE "userId" = ? AND "factId" = ?').pluck()
  const { items } = deriveBank()
  return factIds.map((factId) => {
    const asked = items.filter((item) => item.fact === factId).slice(0, 3)
    const answers = asked.flatMap(({ id: itemId, body }) =>
      [0, 1, 2, 3].flatMap((nth): Answered[] => {
        const marked = markBody(body, nth, givenFor(body, nth))
        if (marked.kind === 'refused') return []
        return [{ itemId, kind: body.kind, given: JSON.stringify(marked.answer), right: marked.right }]
      }),
    )
    return { id: String(find.get(userId, factId)), factId, answers, memory: null, lastReviewId: null }
  })
}

function add(totals: Map<string, Contribution>, part: Contribution): void {
  const place = `${part.scope} ${part.place}`
  const sum = totals.get(place)
  if (sum === undefined) {
    totals.set(place, part)
    return
  }
  const { reviews, right, fresh, ripe, tookMs, recall, logLoss } = part
  totals.set(place, {
    ...sum,
    reviews: sum.reviews + reviews,
    right: sum.right + right,
    fresh: sum.fresh + fresh,
    ripe: sum.ripe + ripe,
    tookMs: sum.tookMs + tookMs,
    recall: sum.recall + recall,
    logLoss: sum.logLoss + logLoss,
  })
}

const insertReview = (prepare: Prepare) =>
  prepare<[Record<string, string | number | null>]>(
    `INSERT INTO "Review" (id, "userId", "cardId", at, day, "receivedAt", rating, "selfRated", "right", helped, sure, "tookMs",
       "itemId", "itemKind", "itemVersion", seed, given, followed, days, "phaseBefore", "stabilityBefore",
       "difficultyBefore", "recallBefore")
     VALUES (@id, @userId, @cardId, @at, @day, @at, @rating, 0, @right, 0, 0, @tookMs,
       @itemId, @kind, 1, 1, @given, @followed, @days, @phase, @stability, @difficulty, @recall)`,
  )
