import type { Say } from '../i18n/say'
import type { Difference } from '../items/nearest-rule'
import { conditionWords, eventWords, joined, marked } from './machine-words'

/** What would have to be different for another rule to apply, as clauses; null where only conditions fall away. */
export function differenceWords(say: Say, { state, on, conditions }: Difference): string | null {
  const parts = [
    ...(state === null ? [] : [say('item.change.state', { state: marked(state) })]),
    ...(on === null ? [] : [eventWords(say, on)]),
    ...conditions.map((condition) => conditionWords(say, condition)),
  ]
  return parts.length === 0 ? null : joined(say, parts)
}
