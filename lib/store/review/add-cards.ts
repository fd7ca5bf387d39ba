import 'server-only'
import { randomUUID } from 'node:crypto'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import type { CardSource } from './card'

export type NewCards = {
  readonly userId: string
  /** Facts of the bank, in the order in which the cards are to be introduced. */
  readonly factIds: readonly string[]
  readonly source: CardSource
  readonly now: Date
}

export type Added =
  /** How many were new; the others were cards already and stay as they are. */
  | { readonly kind: 'added'; readonly count: number }
  | { readonly kind: 'refused'; readonly error: 'no such fact' | 'busy' }

/**
 * Makes cards of facts. A fact that is a card of this user already changes nothing. One that the bank does not hold makes
 * no card; where it holds none of them, that is refused.
 */
export async function addCards(cards: NewCards): Promise<Added> {
  const { read, writeNow } = await database()
  const known = read<[string]>('SELECT 1 FROM "Fact" WHERE id = ?')
  if (cards.factIds.every((factId) => known.get(factId) === undefined))
    return { kind: 'refused', error: 'no such fact' }
  const written = await writeNow((prepare) => insertCards(prepare, cards))
  return written.kind === 'written' ? { kind: 'added', count: written.value } : written
}

type CardColumns = {
  readonly id: string
  readonly userId: string
  readonly factId: string
  readonly source: CardSource
  readonly createdAt: string
}

/** As `addCards`, within a transaction that is under way. */
export function insertCards(prepare: Prepare, { userId, factIds, source, now }: NewCards): number {
  const insert = prepare<[CardColumns]>(
    `INSERT INTO "Card" (id, "userId", "factId", source, "createdAt", rank)
     SELECT @id, @userId, f.id, @source, @createdAt,
       (SELECT coalesce(max(rank), 0) + 1 FROM "Card" WHERE "userId" = @userId AND phase IS NULL)
     FROM "Fact" f WHERE f.id = @factId
     ON CONFLICT DO NOTHING`,
  )
  const createdAt = toInstantColumn(now)
  let count = 0
  for (const factId of factIds) count += insert.run({ id: randomUUID(), userId, factId, source, createdAt }).changes
  return count
}
