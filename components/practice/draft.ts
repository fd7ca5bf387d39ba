import type { TypedNumbers } from '@/components/item/numbers-answer'
import type { Given } from '@/lib/items/shown'
import type { PresentedItem } from '@/lib/words/presented-item'

/** What a person has chosen or typed so far for one question. */
export type Draft = {
  readonly chosen: readonly number[]
  readonly order: readonly number[]
  /** The place of the option in each gap; -1 where there is none yet. */
  readonly filled: readonly number[]
  readonly text: string
  readonly numbers: TypedNumbers
  readonly place: string | null
}

/** Nothing chosen; what is to be ordered stands as it was shown. */
export function emptyDraft(item: PresentedItem): Draft {
  return {
    chosen: [],
    order: item.control === 'order' ? item.options.map((_, index) => index) : [],
    filled: item.control === 'fill' ? gapsOf(item).map(() => -1) : [],
    text: '',
    numbers: { seq: '', ack: '', noAck: false },
    place: null,
  }
}

/** A draft for this question as it was kept in writing; null where that is none, or one for another question. */
export function parseDraft(item: PresentedItem, written: string | null): Draft | null {
  if (written === null) return null
  const empty = emptyDraft(item)
  const kept: Partial<Record<keyof Draft, unknown>> = JSON.parse(written) ?? {}
  const { chosen, order, filled = empty.filled, text, place, numbers } = kept
  const isWhole =
    arePlaces(chosen, item) && arePlaces(order, item) && order.length === empty.order.length && areFilled(filled, item)
  const isTyped = typeof text === 'string' && (place === null || typeof place === 'string') && areNumbers(numbers)
  return isWhole && isTyped ? { chosen, order, filled, text, place, numbers } : null
}

function arePlaces(list: unknown, { options }: PresentedItem): list is readonly number[] {
  return (
    Array.isArray(list) && new Set(list).size === list.length && list.every((place) => options[place] !== undefined)
  )
}

/** One for each gap, no option twice. */
function areFilled(list: unknown, item: PresentedItem): list is readonly number[] {
  if (!Array.isArray(list) || list.length !== emptyDraft(item).filled.length) return false
  return arePlaces(
    list.filter((place) => place !== -1),
    item,
  )
}

function areNumbers(value: unknown): value is TypedNumbers {
  if (typeof value !== 'object' || value === null) return false
  const { seq, ack, noAck }: Partial<Record<keyof TypedNumbers, unknown>> = value
  return typeof seq === 'string' && typeof ack === 'string' && typeof noAck === 'boolean'
}

/** The answer to send, or null where it is not complete yet: nothing chosen is not the same as wrong. */
export function givenBy(item: PresentedItem, draft: Draft): Given | null {
  switch (item.control) {
    case 'choice': {
      const [choice] = draft.chosen
      return choice === undefined ? null : { choice }
    }
    case 'several':
      return draft.chosen.length === 0 ? null : { several: [...draft.chosen].sort() }
    case 'order':
      return { order: draft.order }
    case 'fill':
      return draft.filled.includes(-1) ? null : { fill: draft.filled }
    case 'place':
      return draft.place === null ? null : { place: draft.place }
    case 'text':
      return draft.text.trim() === '' ? null : { text: draft.text.trim() }
    case 'numbers':
      return numbersIn(draft.numbers)
  }
}

function numbersIn({ seq, ack, noAck }: TypedNumbers): Given | null {
  if (seq === '' || (ack === '' && !noAck)) return null
  const numbers = { seq: Number(seq), ack: noAck ? null : Number(ack) }
  return Math.max(numbers.seq, numbers.ack ?? 0) > 4294967295 ? null : { numbers }
}

/** What the gaps of a question are called, in their order: `?1`, `?2`, … */
export function gapsOf({ sequence }: PresentedItem): readonly string[] {
  const all = (sequence ?? []).flatMap(({ arrow }) => (arrow?.segment.startsWith('?') ? [arrow.segment] : []))
  return [...new Set(all)].sort()
}

/** The draft after an option was put into a gap (from 0), or null to empty it; an option is in one gap at most. */
export function withFilled(draft: Draft, gap: number, option: number | null): Draft {
  const filled = draft.filled.map((before, at) => (at === gap ? (option ?? -1) : before === option ? -1 : before))
  return { ...draft, filled }
}

/** The draft after option `index` was chosen; of several, chosen again means not chosen. */
export function withOption(item: PresentedItem, draft: Draft, index: number): Draft {
  if (index >= item.options.length) return draft
  if (item.control === 'choice') return { ...draft, chosen: [index] }
  if (item.control !== 'several') return draft
  const isChosen = draft.chosen.includes(index)
  return { ...draft, chosen: isChosen ? draft.chosen.filter((other) => other !== index) : [...draft.chosen, index] }
}
