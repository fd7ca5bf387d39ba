import 'server-only'
import type { Answer } from '../../items/answer'
import type { Body } from '../../items/item'
import { findFreshBody, markBody } from '../../items/mark'
import type { Given } from '../../items/shown'
import type { Memory } from '../../review/memory'
import { database } from '../database'
import { findItemByHandle } from './asked-card'
import { findCard } from './card'
import type { NewReview } from './record-review'
import { siblingsOf } from './siblings-of'

/** What the browser says was answered: the card, the item by its handle, the showing by its seed. */
export type AnsweredCard = {
  readonly card: string
  readonly handle: number
  readonly seed: number
  readonly given: Given
}

export type MarkedReview =
  | {
      readonly kind: 'marked'
      readonly cardId: string
      /** What was believed of the card before; null where it is new. */
      readonly memory: Memory | null
      readonly item: NonNullable<NewReview['item']>
      readonly body: Body
      readonly shown: readonly string[]
      readonly answer: Answer
      readonly right: boolean
      readonly siblings: readonly string[]
    }
  | { readonly kind: 'refused'; readonly error: 'no such card' | 'withdrawn' | 'invalid' }

/** Marks an answer about a card of this user by running the machine on what was shown. */
export async function markReview(
  userId: string,
  { card: cardId, handle, seed, given }: AnsweredCard,
): Promise<MarkedReview> {
  const { read } = await database()
  const card = findCard(read, { userId, cardId })
  const factId = card?.factId ?? null
  const item = factId === null ? undefined : await findItemByHandle(factId, handle)
  if (card === undefined || factId === null || item === undefined) return { kind: 'refused', error: 'no such card' }
  const body = findFreshBody(item, factId, seed)
  if (body === null) return { kind: 'refused', error: 'withdrawn' }
  const marked = markBody(body, seed, given)
  if (marked.kind === 'refused') return marked
  const { shown, answer, right } = marked
  const asked = { id: item.id, kind: item.kind, version: item.version, seed }
  return {
    kind: 'marked',
    cardId,
    memory: card.memory,
    item: asked,
    body,
    shown,
    answer,
    right,
    siblings: await siblingsOf(factId),
  }
}
