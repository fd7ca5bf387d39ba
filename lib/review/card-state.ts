import type { Day } from './day'
import { isDue, type Memory } from './memory'

/** Where a card of a deck stands, as a list tells it. */
export const cardStates = ['due', 'new', 'scheduled', 'suspended', 'resting', 'untaken'] as const

export type CardState = (typeof cardStates)[number]

type Held = { readonly suspended: boolean; readonly rested: boolean; readonly memory: Memory | null }

/** Where a card stands at an instant of a day; one that is not there has not been taken up. What rests is not due. */
export function cardStateOf(card: Held | null, atMs: number, today: Day): CardState {
  if (card === null) return 'untaken'
  if (card.suspended) return 'suspended'
  if (card.rested) return 'resting'
  if (card.memory === null) return 'new'
  return isDue(card.memory, atMs, today) ? 'due' : 'scheduled'
}
