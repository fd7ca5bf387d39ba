import { type Draft, emptyDraft } from '@/components/practice/draft'
import type { Given } from '@/lib/items/shown'
import type { PresentedItem } from '@/lib/words/presented-item'

/** The draft that a saved answer came from; null where nothing is saved. */
export function draftFrom(item: PresentedItem, given: Given | null): Draft | null {
  if (given === null) return null
  const empty = emptyDraft(item)
  if ('choice' in given) return { ...empty, chosen: [given.choice] }
  if ('several' in given) return { ...empty, chosen: given.several }
  if ('order' in given) return { ...empty, order: given.order }
  if ('fill' in given) return { ...empty, filled: given.fill }
  if ('place' in given) return { ...empty, place: given.place }
  if ('text' in given) return { ...empty, text: given.text }
  const { seq, ack } = given.numbers
  return { ...empty, numbers: { seq: String(seq ?? ''), ack: String(ack ?? ''), noAck: ack === null } }
}
