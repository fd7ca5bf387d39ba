import type { QuestionDraft } from '@/lib/teach/authored'
import type { Chosen } from './chosen'
import type { ProseDraft } from './prose-fields'

/** All that stands in the editor at once, so that another way of writing loses nothing of the first. */
export type Typed = {
  readonly kind: QuestionDraft['kind']
  /** The title of what the machine asks; prose has one of its own. */
  readonly title: string
  readonly points: number
  readonly chosen: Chosen
  readonly prose: ProseDraft
}

type Unknown<Of> = Partial<Record<keyof Of, unknown>>

/**
 * What was typed, as it was kept in writing; null where that is none. That a state or an event is one is checked by the
 * server, which every draft is sent to; here only what the fields can't do without.
 */
export function parseTyped(written: string | null): Typed | null {
  const kept: unknown = written === null ? null : JSON.parse(written)
  return isTyped(kept) ? kept : null
}

function isTyped(kept: unknown): kept is Typed {
  if (!isRecord<Typed>(kept)) return false
  const { kind, title, points, chosen, prose } = kept
  return (
    (kind === 'machine' || kind === 'prose') &&
    typeof title === 'string' &&
    typeof points === 'number' &&
    isRecord<Chosen>(chosen) &&
    areRecords(chosen.events) &&
    isRecord(chosen.endpoint) &&
    isRecord<ProseDraft>(prose) &&
    Array.isArray(prose.options) &&
    [...prose.options, prose.title, prose.text, prose.claim, prose.why].every((text) => typeof text === 'string')
  )
}

const isRecord = <Of>(value: unknown): value is Unknown<Of> => typeof value === 'object' && value !== null

const areRecords = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isRecord(one))
