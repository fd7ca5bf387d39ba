import { type Fact, type FactSet, factSet } from './conditions'
import type { Event, EventName } from './events'
import { differences, largestWindow, type Profile } from './profiles'
import { has, type Segment, segEnd, segLen } from './segment'
import { add, isAtMost, isBefore, isInWindow } from './sequence'
import { otherStates, type State } from './states'
import { isFinSent, type Tcb } from './tcb'

/** What the rows need to know of a situation: the event's name, and one fact of each dimension. */
export type Observation = { readonly on: EventName; readonly facts: FactSet; readonly factList: readonly Fact[] }

/**
 * Reads a TCB and an event as the rows see them. This is the bridge between the two levels: `step` on what is observed
 * must agree with event processing on the thing itself.
 */
export function observe(profile: Profile, tcb: Tcb, event: Event): Observation {
  const { on, seq, ack } = event.kind === 'segment' ? readSegment(profile, tcb, event.segment) : readOther(event)
  const factList: readonly Fact[] = [
    tcb.opened === 'passive' ? 'passively opened' : 'actively opened',
    tcb.remote ? 'remote socket specified' : 'remote socket unspecified',
    tcb.sendQueued > 0 ? 'SENDs queued' : 'nothing queued to send',
    tcb.receiveQueued > 0 ? 'text awaiting delivery' : 'no text awaiting delivery',
    tcb.sndUna === tcb.sndNxt ? 'nothing unacknowledged' : 'something unacknowledged',
    seq,
    ack,
  ]
  return { on, facts: factSet(factList), factList }
}

type Reading = { readonly on: EventName; readonly seq: Fact; readonly ack: Fact }

/** Where there is no segment, or no RCV.NXT to hold it against, no rule asks for these; they stand for any. */
const unasked = { seq: 'SEG.SEQ = RCV.NXT', ack: 'no ACK' } as const

function readOther(event: Exclude<Event, { kind: 'segment' }>): Reading {
  return { on: event.kind === 'timeout' ? timeoutName(event.timeout) : callName(event), ...unasked }
}

function timeoutName(timeout: 'user' | 'retransmission' | 'time-wait'): EventName {
  switch (timeout) {
    case 'user':
      return 'USER TIMEOUT'
    case 'retransmission':
      return 'RETRANSMISSION TIMEOUT'
    case 'time-wait':
      return 'TIME-WAIT TIMEOUT'
  }
}

function callName(event: Extract<Event, { kind: 'call' }>): EventName {
  if (event.call !== 'OPEN') return event.call
  if (event.mode === 'passive') return 'passive OPEN'
  return event.remote ? 'active OPEN' : 'active OPEN without a remote socket'
}

function readSegment(profile: Profile, tcb: Tcb, segment: Segment): Reading {
  if (!isOtherState(tcb.state)) {
    return { on: segmentName(segment), seq: unasked.seq, ack: readEarlyAck(tcb, segment.ack) }
  }
  const seen = idealized(profile, tcb, segment)
  return { on: segmentName(seen), seq: readSequence(tcb, seen), ack: readAck(profile, tcb, segment.ack) }
}

function isOtherState(state: State): boolean {
  return (otherStates as readonly State[]).includes(state)
}

function segmentName(segment: Segment): EventName {
  if (has(segment, 'RST')) return segment.ack === null ? 'rcv RST' : 'rcv RST,ACK'
  if (has(segment, 'SYN')) return segment.ack === null ? 'rcv SYN' : 'rcv SYN,ACK'
  if (segment.ack === null) return 'rcv segment without ACK'
  if (has(segment, 'FIN')) return 'rcv FIN'
  return segment.len > 0 ? 'rcv text' : 'rcv ACK'
}

/**
 * The segment without the SYN or FIN that lies outside the window while the rest is in it (3.10.7.4 first). A SYN
 * stays where every SYN is challenged "irrespective of the sequence number" (RFC 5961 4), which speaks of the
 * synchronized states.
 */
function idealized(profile: Profile, tcb: Tcb, segment: Segment): Segment {
  if (has(segment, 'RST') || !isAcceptable(tcb, segment)) return segment
  const challenged = differences[profile].synIsChallenged && tcb.state !== 'SYN-RECEIVED'
  const oldSyn = has(segment, 'SYN') && !challenged && isBefore(segment.seq, tcb.rcvNxt)
  const kept = oldSyn ? without(segment, 'SYN', add(segment.seq, 1)) : segment
  const finBeyond = has(segment, 'FIN') && isBefore(add(tcb.rcvNxt, tcb.rcvWnd), segEnd(segment))
  return finBeyond ? without(kept, 'FIN', kept.seq) : kept
}

function without(segment: Segment, bit: 'SYN' | 'FIN', seq: number): Segment {
  return { ...segment, seq, ctl: segment.ctl.filter((other) => other !== bit) }
}

/** Table 6 of 3.10.7.4. A reset is held against the window by SEG.SEQ alone (3.5.3, MUST-66). */
export function isAcceptable(tcb: Tcb, segment: Segment): boolean {
  const starts = isInWindow(segment.seq, tcb.rcvNxt, tcb.rcvWnd)
  const len = has(segment, 'RST') ? 0 : segLen(segment)
  if (len === 0) return tcb.rcvWnd === 0 ? segment.seq === tcb.rcvNxt : starts
  return starts || isInWindow(add(segEnd(segment), -1), tcb.rcvNxt, tcb.rcvWnd)
}

const finReceived: readonly State[] = ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']

function readSequence(tcb: Tcb, segment: Segment): Fact {
  if (isAcceptable(tcb, segment)) {
    return isBefore(tcb.rcvNxt, segment.seq) ? 'in window beyond RCV.NXT' : 'SEG.SEQ = RCV.NXT'
  }
  if (has(segment, 'SYN') && segment.seq === tcb.irs) return 'the SYN again'
  const finAgain = has(segment, 'FIN') && finReceived.includes(tcb.state) && segEnd(segment) === tcb.rcvNxt
  return finAgain ? 'the FIN again' : 'outside the window'
}

/** SEG.ACK before there is anything to acknowledge but our SYN (3.10.7.1 to 3.10.7.3). */
function readEarlyAck(tcb: Tcb, ack: number | null): Fact {
  if (ack === null) return 'no ACK'
  if (tcb.state !== 'SYN-SENT') return 'acknowledges what was never sent'
  return readAckOfSyn(tcb, ack)
}

function readAckOfSyn(tcb: Tcb, ack: number): Fact {
  if (ack === tcb.sndUna) return 'acknowledges nothing new'
  return isBefore(tcb.sndUna, ack) && isAtMost(ack, tcb.sndNxt)
    ? 'acknowledges our SYN'
    : 'acknowledges what was never sent'
}

function readAck(profile: Profile, tcb: Tcb, ack: number | null): Fact {
  if (ack === null) return 'no ACK'
  if (tcb.state === 'SYN-RECEIVED') return readAckOfSyn(tcb, ack)
  if (isBefore(tcb.sndNxt, ack)) return 'acknowledges what was never sent'
  if (isBefore(tcb.sndUna, ack)) {
    return ack === tcb.sndNxt && isFinSent(tcb) ? 'acknowledges our FIN' : 'acknowledges data'
  }
  const old = differences[profile].ackRangeIsChecked && isBefore(ack, add(tcb.sndUna, -largestWindow))
  return old ? 'ACK older than the largest window' : 'acknowledges nothing new'
}
