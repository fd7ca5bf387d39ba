import type { EventName } from '@/lib/tcp/events'
import type { Profile } from '@/lib/tcp/profiles'
import { run } from '@/lib/tcp/run'
import { has, type Segment, segEnd, segLen } from '@/lib/tcp/segment'
import { add, distance, isBefore, type SequenceNumber } from '@/lib/tcp/sequence'
import type { State } from '@/lib/tcp/states'
import { noTcb, type Tcb } from '@/lib/tcp/tcb'
import { transitions } from '@/lib/tcp/transitions'
import { type Endpoint, eachSent } from './endpoint'
import {
  anything,
  bitOf,
  bits,
  crossed,
  finSent,
  finTaken,
  otherBits,
  type Possible,
  stateOfBit,
  synReceived,
} from './possible'

/**
 * A window that holds all that can arrive in order. How large the real one is matters to a reset alone, and there the
 * number at RCV.NXT is always among those tried.
 */
const window = 2 ** 30

/** What the endpoint can be in once nothing, or any of what its peer has sent, has arrived in any order and number. */
export function withArrivals(endpoint: Endpoint, peer: Endpoint): Possible {
  const arriving = eachSent(peer.sent)
  if (arriving.every((segment) => (endpoint.possible & endable(segment)) === 0)) return endpoint.possible
  let possible = endpoint.possible
  let tried = 0
  // Where one of them leads does not depend on the others, so that each is tried once.
  while (possible !== tried) {
    const untried = possible & ~tried
    tried = possible
    for (const segment of arriving) possible |= afterArrival(untried, segment, endpoint, peer)
  }
  return possible
}

/** The states that arrivals of these names can end, by the rows of the machine. */
function endedBy(names: readonly EventName[]): Possible {
  return transitions
    .filter(
      (row) =>
        [row.on].flat().some((on) => names.includes(on)) &&
        (!('profiles' in row) || row.profiles.some((one) => one === 'rfc9293')),
    )
    .flatMap(({ from }): readonly State[] => (typeof from === 'string' ? [from] : from))
    .reduce((all, state) => all | (state === 'SYN-RECEIVED' ? synReceived : bitOf[state]), 0)
}

const endedByPlain = endedBy(['rcv ACK', 'rcv text', 'rcv segment without ACK'])
const endedBySyn = endedBy(['rcv SYN', 'rcv SYN,ACK', 'rcv ACK'])

/** The states that this segment may end; all others stay whatever the numbers are, and need no run. */
function endable(segment: Segment): Possible {
  if (has(segment, 'RST') || has(segment, 'FIN')) return anything
  if (!has(segment, 'SYN')) return endedByPlain
  return segment.len > 0 ? anything : endedBySyn
}

/** Where the arrival of one segment can lead from any of these; RCV.NXT and SND.UNA are what they can be. */
function afterArrival(possible: Possible, segment: Segment, endpoint: Endpoint, peer: Endpoint): Possible {
  const moved = possible & endable(segment)
  let after = possible & ~moved
  if (moved === 0) return after
  for (const bit of bits) {
    if ((moved & bit) === 0) continue
    for (const tcb of tcbsOf(bit, segment, endpoint, peer)) after |= led(bit, tcb, segment)
  }
  return after
}

/**
 * The TCBs that this configuration can have when the segment arrives, as far as they make a difference: all before it
 * has arrived, or something before it has not.
 */
function tcbsOf(bit: number, segment: Segment, endpoint: Endpoint, peer: Endpoint): readonly Tcb[] {
  if (bit === bitOf.CLOSED) return [noTcb]
  const tcb: Tcb = { ...noTcb, state: stateOfBit(bit), opened: openedBy(bit), remote: true, rcvWnd: window }
  if (bit === bitOf.LISTEN) return [tcb]
  return sendNumbers(bit, segment, endpoint).flatMap((numbers) =>
    bit === bitOf['SYN-SENT']
      ? [{ ...tcb, ...numbers }]
      : receiveNumbers(bit, segment, endpoint, peer).map((rcvNxt) => ({
          ...tcb,
          ...numbers,
          rcvNxt,
          irs: peer.iss ?? add(rcvNxt, -1),
        })),
  )
}

function openedBy(bit: number): Tcb['opened'] {
  return bit === bitOf.LISTEN || bit === bitOf['SYN-RECEIVED'] ? 'passive' : 'active'
}

function sendNumbers(
  bit: number,
  { ack }: Segment,
  { iss, nxt }: Endpoint,
): readonly Pick<Tcb, 'iss' | 'sndUna' | 'sndNxt'>[] {
  const ends = nxt !== null ? [nxt] : ack === null ? [1] : [ack, add(ack, 1)]
  return ends.map((end) => {
    const waits = (bit & (synReceived | bitOf['SYN-SENT'])) !== 0
    const first = iss ?? add(end, -1)
    const isFinAhead = (bit & finSent) !== 0 && (bit & (bitOf['FIN-WAIT-2'] | bitOf['TIME-WAIT'])) === 0
    return { iss: first, sndNxt: end, sndUna: waits ? first : isFinAhead ? add(end, -1) : end }
  })
}

function receiveNumbers(bit: number, { seq }: Segment, { rcv }: Endpoint, peer: Endpoint): readonly SequenceNumber[] {
  if ((bit & finTaken) !== 0) return [peer.fin === null ? (rcv ?? seq) : add(peer.fin, 1)]
  if ((bit & synReceived) !== 0) {
    const opened = peer.iss === null ? (rcv ?? seq) : add(peer.iss, 1)
    // The SYN that it has taken may be an old one.
    return rcv === null || rcv === opened ? [opened] : [opened, rcv]
  }
  const least = rcv ?? (peer.iss === null ? seq : add(peer.iss, 1))
  const canReach = isBefore(least, seq) && !(peer.fin !== null && isBefore(peer.fin, seq))
  return canReach ? [least, seq] : [least]
}

const outcomes = new Map<number, Possible>()

/** What `run` makes of it, worked out once for each way in which the numbers can lie to each other. */
function led(bit: number, tcb: Tcb, segment: Segment): Possible {
  const key = relationOf(bit, tcb, segment)
  const known = outcomes.get(key)
  if (known !== undefined) return known
  // A reset within the window, yet not at RCV.NXT, ends a connection where RFC 5961 is not followed, which no segment shows.
  const profiles: readonly Profile[] = has(segment, 'RST') ? ['rfc9293', 'rfc9293-no-5961'] : ['rfc9293']
  const after = profiles.reduce((all, profile) => {
    const { end } = run({ profile, iss: 0 }, tcb, { kind: 'segment', segment })
    return all | bitOfTcb(end)
  }, 0)
  outcomes.set(key, after)
  return after
}

export function bitOfTcb({ state, opened }: Tcb): number {
  return state === 'SYN-RECEIVED' && opened === 'active' ? crossed : bitOf[state]
}

const flags = ['SYN', 'FIN', 'RST', 'ACK'] as const

/** All that the rules ask of a segment and a TCB, as one number: bits, text, and where SEG.SEQ, its end and SEG.ACK lie. */
function relationOf(bit: number, tcb: Tcb, segment: Segment): number {
  let key = 31 - Math.clz32(bit)
  for (const flag of flags) key = key * 2 + (has(segment, flag) ? 1 : 0)
  key = key * 2 + (segment.len > 0 ? 1 : 0)
  if ((bit & otherBits) !== 0) {
    key = key * 5 + placeOf(distance(tcb.rcvNxt, segment.seq))
    key = key * 5 + placeOf(distance(tcb.rcvNxt, segEnd(segment)))
    key = key * 2 + (segment.seq === tcb.irs ? 1 : 0)
  }
  // A FIN or a text alone beside a SYN is not told by the ends.
  key = key * 3 + Math.min(2, segLen(segment))
  if (segment.ack === null) return key * 8
  const toNxt = distance(segment.ack, tcb.sndNxt)
  const toUna = distance(segment.ack, tcb.sndUna)
  return key * 8 + (toNxt < 0 ? 1 : toNxt === 0 ? (toUna === 0 ? 2 : 3) : toUna < 0 ? 4 : toUna <= 65_535 ? 5 : 6)
}

function placeOf(ahead: number): number {
  return ahead < 0 ? 0 : ahead === 0 ? 1 : ahead === 1 ? 2 : ahead < window ? 3 : 4
}
