import type { Day } from '../review/day'
import type { Memory } from '../review/memory'
import type { Scheduler } from '../review/scheduler'
import type { Remembered } from './mastery'

type Remembering = { readonly id: string; readonly factId: string | null; readonly memory: Memory | null }

/** What is remembered of each card on a day. */
export function rememberedOn<C extends Remembering>(
  cards: readonly C[],
  scheduler: Pick<Scheduler, 'recallOn'>,
  day: Day,
): readonly (Pick<Remembered, 'recall'> & { readonly factId: C['factId']; readonly card: C })[] {
  return cards.map((card) => ({
    card,
    factId: card.factId,
    recall: card.memory === null ? null : scheduler.recallOn(card.memory, day),
  }))
}
