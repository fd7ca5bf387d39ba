import 'server-only'
import { database } from '../database'
import { type AskedCard, findCrammedCard } from './asked-card'
import { findCard } from './card'

/** A card of this user as it is asked aside from the schedule; undefined where it is not theirs or nothing asks it. */
export async function findCrammed(
  userId: string,
  { card: cardId, seed }: { readonly card: string; readonly seed: number },
): Promise<AskedCard | undefined> {
  const { read } = await database()
  const card = findCard(read, { userId, cardId })
  return card === undefined ? undefined : findCrammedCard(card, seed)
}
