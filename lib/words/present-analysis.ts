import type { Say } from '../i18n/say'
import type { Answer } from '../items/answer'
import { showOptions } from '../items/shown'
import { topics } from '../items/topics'
import { rightAnswer } from '../items/verify'
import type { Choice } from '../teach/choices'
import type { ItemAnalysis } from '../teach/item-analysis'
import { type Flag, mildFlags } from '../teach/item-flags'
import { presentFeedback } from './present-feedback'
import { presentItem } from './present-item'
import { givenWords, situationWords } from './present-review'
import type { Feedback, PresentedItem } from './presented-item'

/** An item with what its answers say of it, in words, and the proof of its key. */
export type PresentedAnalysis = {
  readonly item: PresentedItem
  /** Where the endpoint is and what happens to it, in one line; null where the question has none. */
  readonly situation: string | null
  /** Why the right answer is right. */
  readonly feedback: Feedback
  readonly choices: readonly (Pick<Choice, 'isRight' | 'took' | 'all'> & { readonly words: string })[]
  readonly flags: readonly PresentedFlag[]
}

/** `isMild`: said, and nothing to be mended. */
export type PresentedFlag = { readonly text: string; readonly isMild: boolean }

/** An item of an analysis in words; null where the machine knows its topic no more. */
export function presentAnalysis(say: Say, analysed: ItemAnalysis): PresentedAnalysis | null {
  const { body, level, choices } = analysed
  const topic = topics.find((known) => known === analysed.topic)
  if (topic === undefined) return null
  const options = showOptions(body, 0)
  const item = presentItem(say, { position: 0, topic, level, body, options })
  return {
    item,
    situation: item.endpoint === null ? null : situationWords(say, item.endpoint),
    feedback: presentFeedback(say, body, options, rightAnswer(body) ?? { form: 'text', text: '' }),
    choices: choices.rows.map(({ answer, ...row }) => ({ ...row, words: wordsOf(say, answer) })),
    flags: presentFlags(say, analysed.flags),
  }
}

/** Flags in words. */
export function presentFlags(say: Say, flags: readonly Flag[]): readonly PresentedFlag[] {
  return flags.map((flag) => ({
    isMild: mildFlags.has(flag.kind),
    text: say(`marks.analysis.flags.${flag.kind}`, { answer: 'answer' in flag ? wordsOf(say, flag.answer) : '' }),
  }))
}

function wordsOf(say: Say, answer: Answer): string {
  return givenWords(say, answer).join(' · ')
}
