import type { Segment } from '../segment'
import type { Tcb } from '../tcb'

/** The two endpoints, A and B, as the RFC's figures draw them: A left, B right. */
export const sides = ['A', 'B'] as const

export type Side = (typeof sides)[number]

export function otherSide(side: Side): Side {
  return side === 'A' ? 'B' : 'A'
}

/**
 * A segment on its way. `incarnation` is a ghost: it says which connection the sender had when it sent the segment,
 * which no receiver can see. The experiments ask by it whether something old was taken for new. `copy` tells the
 * channel's duplicate from the segment itself.
 */
export type InFlight = {
  readonly from: Side
  readonly segment: Segment
  readonly incarnation: number
  readonly copy: boolean
}

/** Two endpoints and the channel between them. The channel keeps no order; it may lose and duplicate. */
export type Configuration = {
  readonly A: Tcb
  readonly B: Tcb
  /** How many connections each side has opened so far. */
  readonly incarnations: Readonly<Record<Side, number>>
  /** The ISS that each side selects whenever it selects one: chance, as a parameter. */
  readonly iss: Readonly<Record<Side, number>>
  readonly flight: readonly InFlight[]
  /** How often the channel may still lose, and still duplicate, a segment. */
  readonly losses: number
  readonly duplicates: number
}
