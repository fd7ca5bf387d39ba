import 'server-only'
import type { Body } from '../../items/item'
import { findFreshBody } from '../../items/mark'
import { database } from '../database'
import type { Item } from '../item'
import { findItemByHandle } from './asked-card'
import { type Card, findCard } from './card'

/** Which showing of a card: the card, the item by its handle, the showing by its seed. */
export type AskedShowing = { readonly card: string; readonly handle: number; readonly seed: number }

export type AskedBody =
  | { readonly kind: 'found'; readonly card: Card; readonly factId: string; readonly item: Item; readonly body: Body }
  | { readonly kind: 'refused'; readonly error: 'no such card' | 'withdrawn' }

/** What was asked in a showing of a card of this user; refused where the card is not theirs or the item not sound. */
export async function findAskedBody(userId: string, { card: cardId, handle, seed }: AskedShowing): Promise<AskedBody> {
  const { read } = await database()
  const card = findCard(read, { userId, cardId })
  const factId = card?.factId ?? null
  const item = factId === null ? undefined : await findItemByHandle(factId, handle)
  if (card === undefined || factId === null || item === undefined) return { kind: 'refused', error: 'no such card' }
  const body = findFreshBody(item, factId, seed)
  return body === null ? { kind: 'refused', error: 'withdrawn' } : { kind: 'found', card, factId, item, body }
}
