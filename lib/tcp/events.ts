import type { Segment } from './segment'

/**
 * What can happen to a connection (RFC 9293 3.10), with its particulars: the events of event processing.
 * A SEND carries `len` octets, at least one.
 */
export type Event =
  | { readonly kind: 'call'; readonly call: 'OPEN'; readonly mode: 'passive' | 'active'; readonly remote: boolean }
  | { readonly kind: 'call'; readonly call: 'SEND'; readonly len: number }
  | { readonly kind: 'call'; readonly call: 'RECEIVE' | 'CLOSE' | 'ABORT' | 'STATUS' }
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'timeout'; readonly timeout: Timeout }

export const timeouts = ['user', 'retransmission', 'time-wait'] as const

export type Timeout = (typeof timeouts)[number]

/** The calls as the rows tell them apart. */
export const callNames = [
  'passive OPEN',
  'active OPEN',
  'active OPEN without a remote socket',
  'SEND',
  'RECEIVE',
  'CLOSE',
  'ABORT',
  'STATUS',
] as const

/**
 * The arriving segments as the rows tell them apart: every combination of RST, SYN, ACK, FIN and text falls under
 * exactly one of these names. 3.10.7 looks at RST before all else, then at SYN, then at ACK, then at text and FIN;
 * what it looks at later does not change what it did before. `rcv FIN` carries ACK, with or without text.
 */
export const segmentNames = [
  'rcv RST',
  'rcv RST,ACK',
  'rcv SYN',
  'rcv SYN,ACK',
  'rcv ACK',
  'rcv text',
  'rcv FIN',
  'rcv segment without ACK',
] as const

export const timeoutNames = ['USER TIMEOUT', 'RETRANSMISSION TIMEOUT', 'TIME-WAIT TIMEOUT'] as const

/** Every event of the grid, in the RFC's order: user calls, arriving segments, timeouts. */
export const eventNames = [...callNames, ...segmentNames, ...timeoutNames] as const

export type EventName = (typeof eventNames)[number]
