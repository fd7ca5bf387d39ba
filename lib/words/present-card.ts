import type { Say } from '../i18n/say'
import { findFreshBody, type Stored } from '../items/mark'
import { showOptions } from '../items/shown'
import { topics } from '../items/topics'
import { presentItem } from './present-item'
import type { PresentedCard } from './review-exchange'

type Asked = {
  readonly card: { readonly id: string; readonly factId: string; readonly memory: unknown }
  readonly item: Stored & { readonly topic: string; readonly level: number }
  readonly seed: number
  readonly handle: number
}

/** A card as it is asked, in a fresh form of its item; null where that is not sound and so not asked. */
export function presentCard(say: Say, { card, item, seed, handle }: Asked): PresentedCard | null {
  const body = findFreshBody(item, card.factId, seed)
  const topic = topics.find((known) => known === item.topic)
  if (body === null || topic === undefined) return null
  const options = showOptions(body, seed)
  const wording = seed % 2 === 0 ? 0 : 1
  const question = presentItem(say, { position: 0, topic, level: item.level, body, options, wording })
  return { card: card.id, handle, seed, question, isNew: card.memory === null }
}
