import type { Say } from '../i18n/say'
import { answerSchema } from '../items/answer'
import { findFreshBody, findSoundBody, type Stored } from '../items/mark'
import { topics } from '../items/topics'
import { presentItem } from './present-item'
import { givenWords, situationWords } from './present-review'

/** An answer that somebody gave, as evidence of what they believe: the question and the answer in words. */
export type PresentedEvidence = {
  readonly stem: string
  readonly situation: string | null
  readonly given: readonly string[]
}

type Answered = {
  readonly item: Stored & { readonly topic: string; readonly level: number }
  readonly seed: number
  readonly answer: unknown
  /** The fact of the card that was reviewed; null where the item was asked as it is stored. */
  readonly factId: string | null
}

/** The question as it was asked, in a fresh form where that was one; null where its item is not sound any more. */
export function presentEvidence(say: Say, { item, seed, answer, factId }: Answered): PresentedEvidence | null {
  const body = factId === null ? findSoundBody(item) : findFreshBody(item, factId, seed)
  const topic = topics.find((one) => one === item.topic)
  const given = answerSchema.safeParse(answer)
  if (body === null || topic === undefined || !given.success) return null
  const { stem, endpoint } = presentItem(say, { position: 0, topic, level: item.level, body, options: [] })
  return {
    stem,
    situation: endpoint === null ? null : situationWords(say, endpoint),
    given: givenWords(say, given.data),
  }
}
