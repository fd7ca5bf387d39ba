import 'server-only'
import { z } from 'zod'
import { database } from '../database'
import { type Card, cardColumns, cardRow } from '../review/card'

/** Every card of a user, of which there are at most as many as facts; the order is that of the facts' names. */
export async function listCards(userId: string): Promise<readonly Card[]> {
  const { read } = await database()
  const rows = read<[string]>(`SELECT ${cardColumns} FROM "Card" c WHERE c."userId" = ? ORDER BY c."factId"`).all(
    userId,
  )
  return z.array(cardRow).parse(rows)
}
