import type { Say } from '../i18n/say'
import type { Stored } from '../items/mark'
import { presentAsked } from './present-asked'
import type { PresentedItem } from './presented-item'

type Asked = {
  readonly position: number
  readonly topic: string
  readonly level: number
  readonly seed: number
  readonly item: Stored
}

/** A frozen question as it is asked in an exam, where an answer stays open; null where its item is not sound any more. */
export function presentExamItem(say: Say, { item, topic, level, seed, position }: Asked): PresentedItem | null {
  const shown = presentAsked(say, { item: { ...item, topic, level }, seed }, position)
  return shown && { ...shown, hint: say(`exam.hints.${shown.place === 'arrow' ? 'arrow' : shown.control}`) }
}
