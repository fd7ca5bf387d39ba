import type { Segment } from '../segment'
import type { State } from '../states'
import type { Side } from './configuration'

/**
 * What a sequence diagram draws: two lifelines, A left and B right, time running down in rows that count from 0. It is
 * the same for a run of the simulator, a witness, a lesson, a question and a capture; who draws it knows no more.
 */
export type Timeline = {
  /** How many rows there are; every row named below is less. */
  readonly rows: number
  readonly arrows: readonly TimelineArrow[]
  readonly stays: readonly Stay[]
  readonly notes: readonly TimelineNote[]
}

/** A segment on its way. */
export type TimelineArrow = {
  /** Counts the segments in the order in which they left, from 1; a copy has a number of its own. */
  readonly number: number
  readonly from: Side
  readonly segment: Segment
  readonly leaves: number
  /** Null while it is in flight. A segment that arrives in the row in which it left is drawn level. */
  readonly ends: { readonly how: 'arrives' | 'lost'; readonly row: number } | null
  /** The channel's duplicate of a segment, or one that an older connection left behind. */
  readonly origin: 'sent' | 'copy' | 'old'
}

/** From this row on the endpoint is in one of these states, in the order of states.ts; one where it is known. */
export type Stay = { readonly side: Side; readonly row: number; readonly states: readonly State[] }

/** What happens at one side besides segments. */
export type TimelineNote = {
  readonly side: Side
  readonly row: number
  readonly what: 'call' | 'timeout' | 'crash'
  /** As the RFC writes it: `CLOSE`, `passive OPEN`, `TIME-WAIT TIMEOUT`; of a crash, nothing. */
  readonly name: string
}
