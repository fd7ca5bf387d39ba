import { has, type Segment, segEnd, segLen } from '@/lib/tcp/segment'
import { isAtMost, isBefore, type SequenceNumber } from '@/lib/tcp/sequence'
import { anything, type Possible } from './possible'

/**
 * What the segments that passed say of one endpoint. Its own numbers are known, since every segment that it sends
 * passes; null where nothing has shown them yet.
 */
export type Endpoint = {
  readonly possible: Possible
  /** Its initial sequence number, where its SYN has passed. */
  readonly iss: SequenceNumber | null
  /** SND.NXT: the number after the last that it has sent. */
  readonly nxt: SequenceNumber | null
  /** The number of its FIN. */
  readonly fin: SequenceNumber | null
  /** Whatever it has sent from this number on also acknowledged that FIN of its peer. */
  readonly covered: Covered | null
  /** RCV.NXT when it last acknowledged. */
  readonly rcv: SequenceNumber | null
  /** The peer has taken octets that did not pass: its segments are missing from the capture. */
  readonly missing: boolean
  readonly sent: Sent
}

export type Covered = { readonly fin: SequenceNumber; readonly from: SequenceNumber }

/** The segments of an endpoint that may still arrive and mean something to its peer: a few of each sort. */
export type Sent = {
  readonly syns: readonly Segment[]
  readonly fins: readonly Segment[]
  readonly resets: readonly Segment[]
  /** Of those that only acknowledge or carry text the first, the newest, and the last in order before and after the FIN. */
  readonly first: Segment | null
  readonly newest: Segment | null
  /** The one that acknowledges most, and of those the one that begins lowest. */
  readonly highest: Segment | null
  readonly last: Segment | null
  readonly lastAfterFin: Segment | null
  /** The latest few of any sort, which a reset may have answered. */
  readonly latest: readonly Segment[]
}

const nothingSent: Sent = {
  syns: [],
  fins: [],
  resets: [],
  first: null,
  newest: null,
  highest: null,
  last: null,
  lastAfterFin: null,
  latest: [],
}

/** The endpoint before it begins a connection anew; its old SYNs and what it refused may still arrive (Figure 9). */
export function begunFrom({ possible, sent }: Endpoint): Endpoint {
  return {
    ...unseen,
    possible,
    sent: { ...nothingSent, syns: sent.syns, resets: sent.resets.filter(({ ack }) => ack !== null) },
  }
}

export const unseen: Endpoint = {
  possible: anything,
  iss: null,
  nxt: null,
  fin: null,
  covered: null,
  rcv: null,
  missing: false,
  sent: nothingSent,
}

/** How many of a sort are kept: more differ in nothing that matters. */
const kept = 6

function withOne(list: readonly Segment[], segment: Segment): readonly Segment[] {
  const isKnown = list.some(
    (other) => other.seq === segment.seq && other.ack === segment.ack && segLen(other) === segLen(segment),
  )
  return isKnown ? list : [...list.slice(1 - kept), segment]
}

/** What has been sent, and this segment. */
export function withSent(sent: Sent, segment: Segment): Sent {
  const latest = [...sent.latest.slice(1 - kept), segment]
  if (has(segment, 'RST')) return { ...sent, latest, resets: withOne(sent.resets, segment) }
  if (has(segment, 'SYN')) return { ...sent, latest, syns: withOne(sent.syns, segment) }
  if (has(segment, 'FIN')) return { ...sent, latest, fins: withOne(sent.fins, segment) }
  const first = sent.first ?? segment
  const plain = { ...sent, latest, first, newest: segment, highest: higher(sent.highest, segment) }
  return sent.fins.length > 0
    ? { ...plain, lastAfterFin: furthest(sent.lastAfterFin, segment) }
    : { ...plain, last: furthest(sent.last, segment) }
}

function higher(one: Segment | null, other: Segment): Segment {
  if (one === null || one.ack === null || other.ack === null) return one ?? other
  if (one.ack === other.ack) return isBefore(other.seq, one.seq) ? other : one
  return isBefore(one.ack, other.ack) ? other : one
}

function furthest(one: Segment | null, other: Segment): Segment {
  if (one === null || isBefore(segEnd(one), segEnd(other))) return other
  return segEnd(one) === segEnd(other) && isAtMost(one.seq, other.seq) ? other : one
}

/** All of them, each once. */
export function eachSent({ syns, fins, resets, first, newest, highest, last, lastAfterFin }: Sent): readonly Segment[] {
  const plain = [first, newest, highest, last, lastAfterFin].filter((segment) => segment !== null)
  return [...syns, ...plain.filter((segment, index) => plain.indexOf(segment) === index), ...fins, ...resets]
}

/** The endpoint's own numbers after it has sent this; `peerFin` is the number of its peer's FIN. */
export function withNumbers(endpoint: Endpoint, segment: Segment, peerFin: SequenceNumber | null): Endpoint {
  if (has(segment, 'RST')) return endpoint
  const end = segEnd(segment)
  const isProbe = segLen(segment) === 0 && endpoint.nxt !== null
  const nxt = endpoint.nxt === null || (!isProbe && isBefore(endpoint.nxt, end)) ? end : endpoint.nxt
  return {
    ...endpoint,
    iss: has(segment, 'SYN') ? segment.seq : endpoint.iss,
    nxt,
    fin: has(segment, 'FIN') ? (end - 1) >>> 0 : endpoint.fin,
    covered: coveredAfter(endpoint, segment, peerFin),
    rcv: segment.ack ?? endpoint.rcv,
  }
}

function coveredAfter(
  { covered, nxt }: Endpoint,
  segment: Segment,
  peerFin: SequenceNumber | null,
): Endpoint['covered'] {
  if (peerFin === null || nxt === null) return null
  const covers = segment.ack !== null && isBefore(peerFin, segment.ack)
  const isKnown = covered?.fin === peerFin
  if (covers) return isKnown ? covered : { fin: peerFin, from: nxt }
  // What is sent with an older number takes those octets back.
  return isKnown && isBefore(covered.from, segEnd(segment)) ? { fin: peerFin, from: segEnd(segment) } : covered
}
