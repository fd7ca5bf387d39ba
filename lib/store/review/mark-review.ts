import 'server-only'
import type { Answer } from '../../items/answer'
import type { Body } from '../../items/item'
import { markBody } from '../../items/mark'
import { printOf } from '../../items/print-of'
import type { Given } from '../../items/shown'
import type { Memory } from '../../review/memory'
import { type AskedShowing, findAskedBody } from './asked-body'
import type { NewReview } from './record-review'
import { siblingsOf } from './siblings-of'

/** What the browser says was answered. */
export type AnsweredCard = AskedShowing & {
  readonly given: Given
  /** What was shown (`printOf`), where that was long ago; refused as 'withdrawn' where today something else would be. */
  readonly print?: number
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
export async function markReview(userId: string, { given, print, ...showing }: AnsweredCard): Promise<MarkedReview> {
  const found = await findAskedBody(userId, showing)
  if (found.kind === 'refused') return found
  const { card, factId, item, body } = found
  const { seed } = showing
  if (print !== undefined && print !== printOf(body, seed)) return { kind: 'refused', error: 'withdrawn' }
  const marked = markBody(body, seed, given)
  if (marked.kind === 'refused') return marked
  const { shown, answer, right } = marked
  const asked = { id: item.id, kind: item.kind, version: item.version, seed }
  return {
    kind: 'marked',
    cardId: card.id,
    memory: card.memory,
    item: asked,
    body,
    shown,
    answer,
    right,
    siblings: await siblingsOf(factId),
  }
}
