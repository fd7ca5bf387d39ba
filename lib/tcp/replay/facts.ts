import type { Fact } from '../conditions'
import type { Event, EventName } from '../events'
import type { Profile } from '../profiles'
import type { ControlBit, Segment } from '../segment'
import type { Tcb } from '../tcb'

/**
 * The checker's own reading of a situation. It shares no code with observe.ts or event processing: numbers are
 * compared by their offset from a reference, counted forwards, where those use signed differences.
 */
export const forwards = (from: number, to: number): number => (((to - from) % 4294967296) + 4294967296) % 4294967296

const half = 2147483648

const on = (segment: Segment, bit: ControlBit): boolean => segment.ctl.some((other) => other === bit)

/** Octets of sequence space: text, and one each for SYN and FIN. */
export const occupied = (segment: Segment): number =>
  segment.ctl.filter((bit) => bit === 'SYN' || bit === 'FIN').length + segment.len

const trackers = [
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
]

/** Whether the state has an RCV.NXT to hold a segment against. */
export const tracks = (tcb: Tcb): boolean => trackers.includes(tcb.state)

/** The octets of a segment that lie left of RCV.NXT and are trimmed off; 0 where it begins at RCV.NXT or beyond. */
export function octetsOld(tcb: Tcb, segment: Segment): number {
  const lag = forwards(segment.seq, tcb.rcvNxt)
  return lag < half ? lag : 0
}

/** The segment without the SYN and FIN that 3.10.7.4 trims off, each outside the window while the rest is inside. */
export function trimmed(profile: Profile, tcb: Tcb, segment: Segment): Segment {
  if (!tracks(tcb) || on(segment, 'RST') || !acceptable(tcb, segment)) return segment
  const synStays = profile === 'rfc9293' && tcb.state !== 'SYN-RECEIVED'
  const synGoes = !synStays && on(segment, 'SYN') && octetsOld(tcb, segment) > 0
  const last = forwards(tcb.rcvNxt, segment.seq + occupied(segment) - 1)
  const finGoes = on(segment, 'FIN') && last >= tcb.rcvWnd
  const ctl = segment.ctl.filter((bit) => !(bit === 'SYN' && synGoes) && !(bit === 'FIN' && finGoes))
  return { ...segment, ctl, seq: synGoes ? forwards(0, segment.seq + 1) : segment.seq }
}

/** The name under which the grid lists this event. */
export function nameOf(event: Event): EventName {
  if (event.kind === 'timeout') {
    return (
      { user: 'USER TIMEOUT', retransmission: 'RETRANSMISSION TIMEOUT', 'time-wait': 'TIME-WAIT TIMEOUT' } as const
    )[event.timeout]
  }
  if (event.kind === 'call') {
    if (event.call !== 'OPEN') return event.call
    return event.mode === 'passive'
      ? 'passive OPEN'
      : event.remote
        ? 'active OPEN'
        : 'active OPEN without a remote socket'
  }
  const { segment } = event
  const ack = on(segment, 'ACK')
  if (on(segment, 'RST')) return ack ? 'rcv RST,ACK' : 'rcv RST'
  if (on(segment, 'SYN')) return ack ? 'rcv SYN,ACK' : 'rcv SYN'
  if (!ack) return 'rcv segment without ACK'
  return on(segment, 'FIN') ? 'rcv FIN' : segment.len === 0 ? 'rcv ACK' : 'rcv text'
}

function acceptable(tcb: Tcb, segment: Segment): boolean {
  const len = on(segment, 'RST') ? 0 : occupied(segment)
  const first = forwards(tcb.rcvNxt, segment.seq)
  if (tcb.rcvWnd === 0) return len === 0 && first === 0
  const last = forwards(tcb.rcvNxt, segment.seq + Math.max(len, 1) - 1)
  return first < tcb.rcvWnd || last < tcb.rcvWnd
}

/** Whether a fact holds of this TCB and segment. */
export function holds(fact: Fact, profile: Profile, tcb: Tcb, segment: Segment | null): boolean {
  switch (fact) {
    case 'passively opened':
      return tcb.opened === 'passive'
    case 'actively opened':
      return tcb.opened !== 'passive'
    case 'remote socket specified':
      return tcb.remote
    case 'remote socket unspecified':
      return !tcb.remote
    case 'nothing queued to send':
      return tcb.sendQueued === 0
    case 'SENDs queued':
      return tcb.sendQueued > 0
    case 'text awaiting delivery':
      return tcb.receiveQueued > 0
    case 'no text awaiting delivery':
      return tcb.receiveQueued === 0
    case 'something unacknowledged':
      return tcb.sndUna !== tcb.sndNxt
    case 'nothing unacknowledged':
      return tcb.sndUna === tcb.sndNxt
    default:
      return segment !== null && segmentFactHolds(fact, profile, tcb, segment)
  }
}

function segmentFactHolds(fact: Fact, profile: Profile, tcb: Tcb, segment: Segment): boolean {
  const inside = acceptable(tcb, segment)
  const beyond = octetsOld(tcb, segment) === 0 && segment.seq !== tcb.rcvNxt
  const synAgain = !inside && on(segment, 'SYN') && segment.seq === tcb.irs
  const finAgain = !inside && on(segment, 'FIN') && forwards(tcb.rcvNxt, segment.seq + occupied(segment)) === 0
  const finHeard = ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'].includes(tcb.state)
  switch (fact) {
    case 'SEG.SEQ = RCV.NXT':
      return inside && !beyond
    case 'in window beyond RCV.NXT':
      return inside && beyond
    case 'the SYN again':
      return synAgain
    case 'the FIN again':
      return finAgain && finHeard && !synAgain
    case 'outside the window':
      return !inside && !synAgain && !(finAgain && finHeard)
    default:
      return ackFactHolds(fact, profile, tcb, segment.ack)
  }
}

function ackFactHolds(fact: Fact, profile: Profile, tcb: Tcb, ack: number | null): boolean {
  if (ack === null) return fact === 'no ACK'
  const sent = forwards(tcb.sndUna, tcb.sndNxt)
  const ahead = forwards(tcb.sndUna, ack)
  const isNew = ahead > 0 && ahead <= sent
  const opening = tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED'
  const exists = tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN'
  const finLast =
    ['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'].includes(tcb.state) &&
    !tcb.closeQueued &&
    ahead === sent
  const pastNxt = forwards(tcb.sndNxt, ack)
  const old = ahead === 0 || (exists && !opening && !isNew && !(pastNxt > 0 && pastNxt < half))
  const late = profile === 'rfc9293' && old && !opening && forwards(ack, tcb.sndUna) > 65535
  switch (fact) {
    case 'acknowledges our SYN':
      return exists && opening && isNew
    case 'acknowledges our FIN':
      return exists && !opening && isNew && finLast
    case 'acknowledges data':
      return exists && !opening && isNew && !finLast
    case 'acknowledges nothing new':
      return exists && old && !late
    case 'ACK older than the largest window':
      return exists && late
    case 'acknowledges what was never sent':
      return !exists || (!isNew && !old)
    default:
      return false
  }
}
