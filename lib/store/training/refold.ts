import 'server-only'
import { z } from 'zod'
import { foldMemory } from '../../review/fold'
import type { Memory } from '../../review/memory'
import type { Scheduler } from '../../review/scheduler'
import { database } from '../database'
import { type Card, findCard, keepCard } from '../review/card'
import { rebuildCard } from '../review/rebuild'
import { listReviewsOf } from '../review/review'
import type { Prepare } from '../sqlite/statements'

/** Cards as they stood, each with the memory that other weights make of its log. */
export type Refolded = readonly { readonly card: Card; readonly memory: Memory | null }[]

/**
 * Folds every card of a user anew by other weights, and keeps nothing yet: `pause` is awaited between the cards, so that
 * the server answers others meanwhile.
 */
export async function refold(userId: string, scheduler: Scheduler, pause: () => Promise<void>): Promise<Refolded> {
  const { read } = await database()
  const ids = read<[string]>('SELECT id FROM "Card" WHERE "userId" = ? AND reps > 0 ORDER BY id').pluck().all(userId)
  const refolded: Refolded[number][] = []
  for (const cardId of z.array(z.string()).parse(ids)) {
    const card = findCard(read, { userId, cardId })
    if (card !== undefined)
      refolded.push({ card, memory: foldMemory(scheduler, listReviewsOf(read, { userId, cardId })) })
    await pause()
  }
  return refolded
}

/**
 * Keeps what was folded, within the transaction in which the weights come into force: there it is written, and folded again
 * only where a card was reviewed or taken back meanwhile. `scheduler` has the new weights.
 */
export function keepRefolded(
  prepare: Prepare,
  userId: string,
  { refolded, scheduler, now }: { readonly refolded: Refolded; readonly scheduler: Scheduler; readonly now: Date },
): void {
  const known = new Map(refolded.map((one) => [one.card.id, one]))
  const ids = prepare<[string]>('SELECT id FROM "Card" WHERE "userId" = ?').pluck().all(userId)
  for (const cardId of z.array(z.string()).parse(ids)) {
    const card = findCard(prepare, { userId, cardId })
    const folded = known.get(cardId)
    if (card === undefined || (folded === undefined && card.memory === null)) continue
    if (folded !== undefined && isSame(card, folded.card))
      keepCard(prepare, userId, { ...card, memory: folded.memory }, now)
    else rebuildCard(prepare, { userId, cardId }, scheduler, now)
  }
}

/** Whether nothing was added to a card's log or taken back: both change its last review or its memory. */
function isSame(card: Card, before: Card): boolean {
  return card.lastReviewId === before.lastReviewId && JSON.stringify(card.memory) === JSON.stringify(before.memory)
}
