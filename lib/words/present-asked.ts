import type { Say } from '../i18n/say'
import { findSoundBody, type Stored } from '../items/mark'
import { showOptions } from '../items/shown'
import { topics } from '../items/topics'
import { presentItem } from './present-item'
import type { PresentedItem } from './presented-item'

type Asked = {
  readonly item: Stored & { readonly topic: string; readonly level: number }
  readonly seed: number
}

/** A stored item as it is asked at one place of a practice; null where it is not sound and so not asked. */
export function presentAsked(say: Say, { item, seed }: Asked, position: number): PresentedItem | null {
  const body = findSoundBody(item)
  const topic = topics.find((known) => known === item.topic)
  if (body === null || topic === undefined) return null
  return presentItem(say, { position, topic, level: item.level, body, options: showOptions(body, seed) })
}
