import type { Say } from '../i18n/say'
import type { Answer } from '../items/answer'
import { showOptions } from '../items/shown'
import type { Asked } from '../teach/authored'
import { tallyAnswers } from '../teach/tally'
import { presentFeedback } from './present-feedback'
import { presentOption } from './present-option'
import { givenWords } from './present-review'
import type { Feedback } from './presented-item'

/** The answers of a hall as bars. `right` is null until what is right is shown. */
export type PresentedTally = {
  readonly answers: number
  readonly bars: readonly { readonly label: string; readonly count: number; readonly right: boolean | null }[]
  readonly others: number
}

type Hall = { readonly asked: Asked; readonly seed: number; readonly state: 'open' | 'closed' | 'revealed' }

/** The bars of a closed question; nothing of an open one, which would tell those who still think what others chose. */
export function presentTally(
  say: Say,
  { asked, seed, state }: Hall,
  answers: readonly Answer[],
): PresentedTally | null {
  if (state === 'open') return null
  const tally = tallyAnswers(asked.body, showOptions(asked.body, seed), answers)
  return {
    answers: tally.answers,
    others: tally.others,
    bars: tally.bars
      // Whether an order was right, and which way of writing, is part of the key.
      .filter(({ name }) => state === 'revealed' || !/^(order|fill):/.test(name))
      .map(({ name, count, right }) => ({
        label: /^(order|fill):/.test(name) ? say(`live.${name.replace(':', '.')}`) : presentOption(say, name),
        count,
        right: state === 'revealed' ? right : null,
      })),
  }
}

/** What is right and why, once that is shown; null before. `answer` is the phone's own, or none. */
export function presentReveal(say: Say, { asked, seed, state }: Hall, answer: Answer | undefined): Feedback | null {
  if (state !== 'revealed') return null
  const shown = showOptions(asked.body, seed)
  const feedback = presentFeedback(say, asked.body, shown, answer ?? { form: 'text', text: '' })
  return answer === undefined ? { ...feedback, parting: null, change: null, beliefs: [] } : feedback
}

/** What a phone answered, in words. */
export function presentOwnAnswer(say: Say, answer: Answer): string {
  return givenWords(say, answer).join(' · ')
}
