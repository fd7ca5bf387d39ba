import type { Ambiguity } from './ambiguities'
import type { Condition } from './conditions'
import type { Emission } from './emissions'
import type { EventName } from './events'
import type { Profile } from './profiles'
import type { Response } from './responses'
import type { State } from './states'

type OneOrMore<T> = T | readonly T[]

/**
 * What every rule says, as transitions.ts and dispositions.ts write it: where it applies, what it sends, what the user
 * is told, and where the RFC says so. Several states or events under one rule are written as a list, as the RFC
 * groups them. Responses to outstanding calls are given only where such calls are outstanding.
 */
export type RuleText = {
  readonly on: OneOrMore<EventName>
  /** All of these hold. Absent: always. */
  readonly when?: readonly Condition[]
  readonly emits: readonly Emission[]
  readonly responses?: readonly Response[]
  readonly cite: string
  /** The profiles in which the rule is in force. Absent: all. */
  readonly profiles?: readonly Profile[]
  readonly ambiguous?: Ambiguity
}

/** A change of state. `figure5`: drawn in Figure 5 (with erratum 8710, verified, applied). */
export type TransitionText = RuleText & {
  readonly from: OneOrMore<State>
  readonly to: State
  readonly figure5: boolean
}

/** How a cell without a change of state disposes of its event. */
export const dispositionKinds = [
  'processed',
  'served',
  'queued',
  'refused',
  'dropped',
  'answered by ACK',
  'challenged by ACK',
  'answered by RST',
  'retransmitted',
  'reported',
  'cannot occur',
] as const

export type DispositionKind = (typeof dispositionKinds)[number]

/** A cell in which the state stays. */
export type DispositionText = RuleText & {
  readonly state: OneOrMore<State>
  readonly kind: DispositionKind
}
