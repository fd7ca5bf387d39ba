import type { Say } from '../i18n/say'
import type { Memory } from '../review/memory'
import { comesBackOn } from './come-back'

type Waiting = { readonly memory: Memory; readonly suspended: boolean; readonly rested: boolean }

/** When a card comes back, seen from a day of its learner's, or why it does not. */
export function cardDueWords(say: Say, { memory, suspended, rested }: Waiting, today: number): string {
  if (suspended) return say('progress.cards.suspended')
  if (rested) return say('progress.cards.rested')
  if (memory.due.kind === 'at') return say('progress.cards.dueSteps')
  const days = memory.due.day - today
  return days <= 0 ? say('progress.cards.dueNow') : say('progress.cards.due', { when: comesBackOn(say, days) })
}
