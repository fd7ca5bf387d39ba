import type { Say } from '../i18n/say'
import { answerSchema } from '../items/answer'
import { findSoundBody, type Stored } from '../items/mark'
import { showOptions } from '../items/shown'
import { topics } from '../items/topics'
import { marked } from './machine-words'
import { presentFeedback } from './present-feedback'
import { presentItem } from './present-item'
import { presentOption } from './present-option'
import type { Feedback, PresentedEndpoint, PresentedItem } from './presented-item'

/** One question of a practice, looked back at. */
export type ReviewEntry = {
  readonly position: number
  readonly topic: string
  readonly stem: string
  readonly situation: string | null
  readonly right: boolean
  readonly given: readonly string[]
  readonly answer: readonly string[]
  readonly rule: Feedback['rule']
  /** The question as it was asked, and all that was told about the answer. */
  readonly asked: PresentedItem
  readonly feedback: Feedback
  readonly seconds: number
}

type Asked = {
  readonly position: number
  readonly seed: number
  readonly item: Stored & { readonly topic: string; readonly level: number }
  readonly answer: { readonly given: unknown; readonly tookMs: number } | undefined
}

/** The answered questions of a practice, marked anew by the machine; one whose item is not sound any more is left out. */
export function presentReview(say: Say, asked: readonly Asked[]): readonly ReviewEntry[] {
  return asked.flatMap(({ position, seed, item, answer }) => {
    const body = findSoundBody(item)
    const topic = topics.find((known) => known === item.topic)
    const given = answerSchema.safeParse(answer?.given)
    if (body === null || topic === undefined || answer === undefined || !given.success) return []
    const options = showOptions(body, seed)
    const shown = presentItem(say, { position, topic, level: item.level, body, options })
    const feedback = presentFeedback(say, body, options, given.data)
    return [
      {
        position,
        topic: shown.topic,
        stem: shown.stem,
        situation: shown.endpoint === null ? null : situationWords(say, shown.endpoint),
        right: feedback.right,
        given: givenWords(say, given.data),
        answer: feedback.answer,
        rule: feedback.rule,
        asked: shown,
        feedback,
        seconds: Math.round(answer.tookMs / 1000),
      },
    ]
  })
}

/** Where an endpoint is and what happens to it, in one line. */
export function situationWords(say: Say, { state, event }: PresentedEndpoint): string {
  return say('item.situation', { state: marked(state), event })
}

/** What a person answered, in words. */
export function givenWords(say: Say, given: ReturnType<typeof answerSchema.parse>): readonly string[] {
  switch (given.form) {
    case 'choice':
      return [presentOption(say, given.option)]
    case 'several':
    case 'order':
    case 'fill':
      return given.options.map((option) => presentOption(say, option))
    case 'text':
      return [`\`${given.text}\``]
    case 'numbers':
      return [`\`SEQ=${given.seq ?? '–'} ACK=${given.ack ?? '–'}\``]
  }
}
