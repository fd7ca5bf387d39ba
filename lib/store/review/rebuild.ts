import 'server-only'
import { z } from 'zod'
import { foldMemory } from '../../review/fold'
import type { Scheduler } from '../../review/scheduler'
import { type Contribution, contributionsOf } from '../../review/totals'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { weightsIn } from '../training/weights'
import { findCard, keepCard } from './card'
import { listReviewsOf, listReviewsOfUser } from './review'
import { listAllTotals, replaceTotals } from './totals'

export type Rebuilt = {
  readonly cards: number
  /** The ids of cards whose kept memory was not the fold of their log; now it is. */
  readonly differingCards: readonly string[]
  /** The totals that were not what the log adds up to, as "scope place"; now they are. */
  readonly differingTotals: readonly string[]
}

/** Computes the memory of every card of a user anew from the log, and the running totals, and keeps what differs. */
export async function rebuildMemory(userId: string, scheduler: Scheduler, now: Date): Promise<Rebuilt> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => rebuildNow(prepare, userId, scheduler, now))
  if (written.kind === 'refused') throw new Error('Cannot rebuild while another process holds the database')
  return written.value
}

/** As `rebuildMemory`, within a transaction that is under way. The weights are those that stand in it. */
export function rebuildNow(prepare: Prepare, userId: string, scheduler: Scheduler, now: Date): Rebuilt {
  const inForce = scheduler.withWeights(weightsIn(prepare, userId))
  const statement = prepare<[string]>('SELECT id FROM "Card" WHERE "userId" = ? ORDER BY id').pluck()
  const ids = z.array(z.string()).parse(statement.all(userId))
  const differingCards = ids.filter((cardId) => rebuildCard(prepare, { userId, cardId }, inForce, now))
  return { cards: ids.length, differingCards, differingTotals: rebuildTotals(prepare, userId) }
}

/** Computes the memory of one card anew from its log, within a transaction that is under way. Whether it differed. */
export function rebuildCard(
  prepare: Prepare,
  which: { userId: string; cardId: string },
  scheduler: Scheduler,
  now: Date,
): boolean {
  const card = findCard(prepare, which)
  if (card === undefined) return false
  const reviews = listReviewsOf(prepare, which)
  const kindsMet: Record<string, number> = {}
  for (const { itemId, itemKind } of reviews) if (itemId !== null) kindsMet[itemKind] = (kindsMet[itemKind] ?? 0) + 1
  const last = reviews.at(-1)
  const folded = {
    memory: foldMemory(scheduler, reviews),
    lastReviewId: last?.id ?? null,
    lastItemId: reviews.findLast(({ itemId }) => itemId !== null)?.itemId ?? null,
    kindsMet,
  }
  const { memory, lastReviewId, lastItemId } = card
  const met = Object.entries(card.kindsMet).filter(([, count]) => count > 0)
  const kept = { memory, lastReviewId, lastItemId, kindsMet: Object.fromEntries(met) }
  if (canonical(folded) === canonical(kept)) return false
  keepCard(prepare, which.userId, { ...card, ...folded }, now)
  return true
}

/** Equal texts for equal values, in whatever order their keys were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function rebuildTotals(prepare: Prepare, userId: string): readonly string[] {
  const summed = new Map<string, Contribution>()
  for (const review of listReviewsOfUser(prepare, userId))
    for (const part of contributionsOf(review)) {
      const place = placeOf(part)
      const sum = summed.get(place)
      summed.set(place, sum === undefined ? part : added(sum, part))
    }
  const kept = new Map(listAllTotals(prepare, userId).map((total) => [placeOf(total), total]))
  const places = [...new Set([...summed.keys(), ...kept.keys()])].sort()
  const differing = places.filter((place) => !areClose(summed.get(place), kept.get(place)))
  if (differing.length > 0) replaceTotals(prepare, userId, [...summed.values()])
  return differing
}

const placeOf = ({ scope, place }: Contribution) => `${scope} ${place}`

const sums = ['reviews', 'right', 'fresh', 'ripe', 'tookMs', 'recall', 'logLoss'] as const

function added(sum: Contribution, part: Contribution): Contribution {
  const { scope, place } = sum
  const both = Object.fromEntries(sums.map((name) => [name, sum[name] + part[name]])) as Pick<
    Contribution,
    (typeof sums)[number]
  >
  return { scope, place, ...both }
}

/** Whole numbers are equal; sums of fractions may differ in the order in which they were added. An empty total is none. */
function areClose(summed: Contribution | undefined, kept: Contribution | undefined): boolean {
  return sums.every((name) => Math.abs((summed?.[name] ?? 0) - (kept?.[name] ?? 0)) < 1e-6)
}
