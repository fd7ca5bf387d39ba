import type { Segment } from './segment'
import type { SequenceNumber } from './sequence'
import type { State } from './states'

/**
 * The transmission control block (RFC 9293 3.3.1), as far as 3.10 decides by it.
 *
 * Departs: the send window (SND.WND, SND.WL1, SND.WL2), the urgent pointers, security/compartment and the limits of
 * the host ("insufficient resources", "connection illegal for this process") are not modelled. What they bear on is
 * flow control and rights, never which state follows. In a synchronized state `sendQueued` stands for SENDs that are
 * not segmentized yet because the window is full; that it opens is no event of 3.10.
 */
export type Tcb = {
  readonly state: State
  /** How the connection was opened; SYN-RECEIVED needs it (MUST-11). Null where no OPEN has made a TCB. */
  readonly opened: 'passive' | 'active' | null
  /** Whether the OPEN named the remote socket; asked in LISTEN only. */
  readonly remote: boolean
  readonly iss: SequenceNumber
  readonly irs: SequenceNumber
  readonly sndUna: SequenceNumber
  readonly sndNxt: SequenceNumber
  readonly rcvNxt: SequenceNumber
  readonly rcvWnd: number
  /** Octets of SENDs not segmentized yet. */
  readonly sendQueued: number
  /** A CLOSE that waits until those SENDs are segmentized. */
  readonly closeQueued: boolean
  /** Octets of text received, not yet delivered to the user. */
  readonly receiveQueued: number
  /** RECEIVE calls that wait for text. */
  readonly receivesPending: number
  /** Segments in the window beyond RCV.NXT, and text or FIN that came with a SYN, held for later (SHLD-31). */
  readonly held: readonly Segment[]
}

/** CLOSED: the fictional state in which there is no TCB. */
export const noTcb: Tcb = {
  state: 'CLOSED',
  opened: null,
  remote: false,
  iss: 0,
  irs: 0,
  sndUna: 0,
  sndNxt: 0,
  rcvNxt: 0,
  rcvWnd: 0,
  sendQueued: 0,
  closeQueued: false,
  receiveQueued: 0,
  receivesPending: 0,
  held: [],
}

/** The receive window of a TCB that an OPEN makes: the largest that the header's 16 bits can say. */
export const defaultWindow = 65_535

/** The states in which our FIN has been formed, unless a CLOSE still waits behind SENDs. */
const finFormed: readonly State[] = ['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']

/** Whether our FIN has been sent: it is then the last number before SND.NXT. */
export function isFinSent(tcb: Tcb): boolean {
  return finFormed.includes(tcb.state) && !tcb.closeQueued
}
