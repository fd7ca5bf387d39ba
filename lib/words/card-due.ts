import type { Say } from '../i18n/say'
import { dueDayOf, isPutOff } from '../review/card-state'
import type { Memory } from '../review/memory'
import { comesBackOn } from './come-back'

type Waiting = {
  readonly memory: Memory
  readonly suspended: boolean
  readonly rested: boolean
  readonly postponedTo: number | null
}

/** When a card comes back, seen from a day of its learner's, or why it does not. */
export function cardDueWords(say: Say, card: Waiting, today: number): string {
  if (card.suspended) return say('progress.cards.suspended')
  if (card.rested) return say('progress.cards.rested')
  const day = dueDayOf(card)
  if (day === null) return say('progress.cards.dueSteps')
  const when = comesBackOn(say, Math.max(0, day - today))
  if (isPutOff(card, today)) return say('progress.cards.putOff', { when })
  return day <= today ? say('progress.cards.dueNow') : say('progress.cards.due', { when })
}
