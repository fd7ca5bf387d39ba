import type { SequenceNumber } from '../sequence'
import type { Tcb } from '../tcb'
import type { Configuration, InFlight, Side } from './configuration'
import type { Machine } from './machine'
import type { PeerMove } from './move'

/** One end: its TCB, and how many connections it has opened (see `Configuration`). */
export type Endpoint = { readonly tcb: Tcb; readonly incarnation: number }

/** Both ends, and whether nothing is in flight: all that a move outside of the channel may depend on. */
export type Scene = Readonly<Record<Side, Endpoint>> & { readonly isQuiet: boolean }

/** A move outside of the channel. */
export type OwnMove = Extract<PeerMove, { kind: 'call' | 'timeout' | 'crash' }>

/**
 * What a search moves in: the machine, a start, and what may happen. The channel's moves are its own: each segment in
 * flight may be delivered and, while `losses` and `duplicates` of the start last, lost and duplicated.
 */
export type World = {
  readonly machine: Machine
  readonly start: Configuration
  /** The moves outside of the channel, and where among them the channel's are tried. Asked once for each scene. */
  readonly moves: (scene: Scene) => readonly (OwnMove | 'channel')[]
  /**
   * Whether the channel keeps the order: what one side has sent then arrives, or is lost, oldest first. Copies come at
   * any time all the same, for a copy is what makes a duplicate old.
   */
  readonly isOrdered: boolean
  readonly mayDuplicate?: (segment: InFlight) => boolean
  /** The ISS for the nth connection that a side opens; absent, the start's for all. */
  readonly issOf?: (side: Side, incarnation: number) => SequenceNumber
  /** How many segments are in flight at most; a move that would make them more is left out, and counted. */
  readonly inFlight: number
}

/** What one move did at the end that took part; not told of a loss and of a duplicate. */
export type Happening = {
  readonly side: Side
  readonly kind: 'call' | 'timeout' | 'crash' | 'deliver'
  /** What was delivered; null where nothing was. */
  readonly segment: InFlight | null
  readonly before: Endpoint
  readonly after: Endpoint
}
