import type { Say } from '../i18n/say'
import type { Body } from '../items/item'
import { controlOf, isRightOption, offeredBy } from '../items/kinds/all'
import { rightAnswer } from '../items/verify'
import { presentOption } from './present-option'
import { givenWords } from './present-review'

/** The key of a question in words, for who may see it. */
export type PresentedKey = {
  /** What it offers to choose from; empty where it is answered otherwise. */
  readonly options: readonly { readonly words: string; readonly isRight: boolean }[]
  /** What is right, in the order in which it has to stand where it has one. */
  readonly right: readonly string[]
}

/** The options and the key of a question, worked out by the machine. */
export function presentKey(say: Say, body: Body): PresentedKey {
  const control = controlOf(body)
  const offered = control === 'choice' || control === 'several' ? offeredBy(body) : []
  const right = rightAnswer(body)
  return {
    options: offered.map((option) => ({ words: presentOption(say, option), isRight: isRightOption(body, option) })),
    right: right === null ? [] : givenWords(say, right),
  }
}
