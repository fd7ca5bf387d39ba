import type { Day } from './day'
import { isDue, type Memory } from './memory'

/** Where a card of a deck stands, as a list tells it. */
export const cardStates = ['due', 'new', 'scheduled', 'suspended', 'resting', 'untaken'] as const

export type CardState = (typeof cardStates)[number]

type Waiting = {
  readonly memory: Memory | null
  /** The day until which it waits since a backlog was spread. */
  readonly postponedTo: Day | null
}

type Held = Waiting & { readonly suspended: boolean; readonly rested: boolean }

/** Whether a card that may be due waits for a later day, since a backlog was spread. */
export function isPutOff({ memory, postponedTo }: Waiting, today: Day): boolean {
  return memory?.due.kind === 'on' && postponedTo !== null && postponedTo > Math.max(today, memory.due.day)
}

/** The day on which a card is asked next: its memory's, or the later one for which it waits; null where it is new or in steps. */
export function dueDayOf({ memory, postponedTo }: Waiting): Day | null {
  return memory?.due.kind === 'on' ? Math.max(memory.due.day, postponedTo ?? memory.due.day) : null
}

/** Where a card stands at an instant of a day; one that is not there has not been taken up. What rests or was put off is not due. */
export function cardStateOf(card: Held | null, atMs: number, today: Day): CardState {
  if (card === null) return 'untaken'
  if (card.suspended) return 'suspended'
  if (card.rested) return 'resting'
  if (card.memory === null) return 'new'
  return isDue(card.memory, atMs, today) && !isPutOff(card, today) ? 'due' : 'scheduled'
}
