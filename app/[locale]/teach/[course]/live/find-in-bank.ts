import type { Say } from '@/lib/i18n/say'
import { deriveBank } from '@/lib/items/bank'
import { presentQuestionAlone } from '@/lib/words/present-authored'
import { questionLine, unmarked } from '@/lib/words/question-line'

export type Sought = { readonly topic: string; readonly kind: string; readonly words: string }

/** A question of the bank in one line, and by which id it is asked. */
export type FoundItem = { readonly id: string; readonly line: string; readonly options: readonly string[] }

let derived: ReturnType<typeof deriveBank> | undefined

/** The items of the bank of this topic and kind (empty: of all) that hold all these words, in the bank's order. */
export function findInBank(say: Say, { topic, kind, words }: Sought): readonly FoundItem[] {
  derived ??= deriveBank()
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return derived.items
    .filter((item) => (topic === '' || item.topic === topic) && (kind === '' || item.body.kind === kind))
    .flatMap((item) => {
      const { options } = presentQuestionAlone(say, item, 1)
      const line = questionLine(say, item)
      const text = unmarked(`${line} ${options.join(' ')}`).toLowerCase()
      return wanted.every((word) => text.includes(word)) ? [{ id: item.id, line, options }] : []
    })
}
