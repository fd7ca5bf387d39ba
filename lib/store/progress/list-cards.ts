import 'server-only'
import { z } from 'zod'
import { database } from '../database'
import { type Card, cardColumns, cardRow } from '../review/card'

/**
 * Every card of a user: at most as many as facts, in the order of the facts' names, and behind them those about notes of
 * their own that are not deleted.
 */
export async function listCards(userId: string): Promise<readonly Card[]> {
  const { read } = await database()
  const rows = read<[string]>(
    `SELECT ${cardColumns} FROM "Card" c LEFT JOIN "Note" n ON n.id = c."noteId"
     WHERE c."userId" = ? AND n."deletedAt" IS NULL ORDER BY c."factId" IS NULL, c."factId", c.rank`,
  ).all(userId)
  return z.array(cardRow).parse(rows)
}
