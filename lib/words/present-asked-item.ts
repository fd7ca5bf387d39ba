import type { Say } from '../i18n/say'
import { findSoundBody, type Stored } from '../items/mark'
import { showOptions } from '../items/shown'
import { topics } from '../items/topics'
import { presentItem } from './present-item'
import { situationWords } from './present-review'

/** A question in one line without marks of code, for a list to choose from; null where its item is not sound any more. */
export function askedItemLine(
  say: Say,
  item: Stored & { readonly topic: string; readonly level: number },
): string | null {
  const body = findSoundBody(item)
  const topic = topics.find((known) => known === item.topic)
  if (body === null || topic === undefined) return null
  const { stem, endpoint } = presentItem(say, {
    ...{ position: 0, topic, level: item.level, body },
    options: showOptions(body, 0),
  })
  const situation = endpoint === null ? '' : ` ${situationWords(say, endpoint)}`
  return `${stem}${situation}`.replaceAll('`', '')
}
