import type { Timeout } from '../tcp/events'
import type { Side } from '../tcp/peers/configuration'
import type { Profile } from '../tcp/profiles'
import type { Segment } from '../tcp/segment'

/** The calls that a person can make on either side, by the names of the grid. */
export const offeredCalls = ['passive OPEN', 'active OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT'] as const

export type OfferedCall = (typeof offeredCalls)[number]

/** How many octets a SEND carries where nothing else is said: what the RFC's Figure 10 sends. */
export const sentOctets = 10

/** The most octets that a SEND can carry: what the window of the other side takes at once. */
export const mostOctets = 65_535

/**
 * What a person wants to happen next. Segments are named by the number in which they left, from 1, copies and old ones
 * counted too, so that a list of wishes is short, replays the same, and can be cut at any place.
 */
export type Wish =
  | { readonly kind: 'call'; readonly side: Side; readonly call: Exclude<OfferedCall, 'SEND'> }
  | { readonly kind: 'call'; readonly side: Side; readonly call: 'SEND'; readonly len: number }
  /** `closing`: the user there calls CLOSE before anything is answered, so that one segment carries ACK and FIN. */
  | { readonly kind: 'deliver'; readonly number: number; readonly closing: boolean }
  | { readonly kind: 'drop' | 'duplicate' | 'hold' | 'release'; readonly number: number }
  | { readonly kind: 'timeout'; readonly side: Side; readonly timeout: Timeout }
  | { readonly kind: 'crash'; readonly side: Side }
  /** A segment of an older connection, or a forged one, turns up in the network. */
  | { readonly kind: 'inject'; readonly from: Side; readonly segment: Segment }

/** Where a scenario begins: both ends CLOSED, or ESTABLISHED as Figures 9, 10, 12 and 13 have it. */
export const starts = ['closed', 'established'] as const

export type Start = (typeof starts)[number]

export type Scenario = {
  readonly start: Start
  readonly profile: Profile
  readonly wishes: readonly Wish[]
}

/** How many wishes a scenario may hold: more than anybody makes by hand. */
export const mostWishes = 1000
