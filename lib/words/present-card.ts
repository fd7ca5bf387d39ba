import type { Say } from '../i18n/say'
import { findFreshBody, type Stored } from '../items/mark'
import { showOptions } from '../items/shown'
import { topics } from '../items/topics'
import { type FlipToShow, presentFlip } from './present-flip'
import { presentItem } from './present-item'
import type { PresentedCard, PresentedQuestion } from './review-exchange'

type Asked = {
  readonly kind: 'item'
  readonly card: { readonly id: string; readonly factId: string; readonly memory: unknown }
  readonly item: Stored & { readonly topic: string; readonly level: number }
  readonly seed: number
  readonly handle: number
}

/** A card as it is asked: by an item in a fresh form, or flipped; null where the item is not sound and so not asked. */
export function presentCard(say: Say, asked: Asked | FlipToShow): PresentedCard | null {
  return asked.kind === 'flip' ? presentFlip(say, asked) : presentQuestion(say, asked)
}

/** The question that asks a card; null where its item is not sound. */
export function presentQuestion(say: Say, { card, item, seed, handle }: Asked): PresentedQuestion | null {
  const body = findFreshBody(item, card.factId, seed)
  const topic = topics.find((known) => known === item.topic)
  if (body === null || topic === undefined) return null
  const options = showOptions(body, seed)
  const wording = seed % 2 === 0 ? 0 : 1
  const question = presentItem(say, { position: 0, topic, level: item.level, body, options, wording })
  return { kind: 'question', card: card.id, handle, seed, question, isNew: card.memory === null }
}
