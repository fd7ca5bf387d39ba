import type { Event } from '@/lib/tcp/events'
import { run } from '@/lib/tcp/run'
import { has, type Segment, segEnd, segLen } from '@/lib/tcp/segment'
import { add, distance, isAtMost, isBefore } from '@/lib/tcp/sequence'
import { noTcb } from '@/lib/tcp/tcb'
import { bitOfTcb } from './arrive'
import type { Endpoint } from './endpoint'
import { bitOf, bits, bitsOf, crossed, finSent, finTaken, type Possible, stateOfBit, synReceived } from './possible'

/**
 * Narrows by a segment that the endpoint sends: what it can be in right after, empty where nothing that it could be in
 * sends this. Wider than 3.10 where ordinary hosts are: an ACK may be sent at any time (keep-alive, window), a FIN may
 * carry text.
 */
export function afterSending(segment: Segment, endpoint: Endpoint, peer: Endpoint): Possible {
  if (has(segment, 'RST')) return afterReset(segment, endpoint)
  if (has(segment, 'SYN'))
    return segment.ack === null ? afterSyn(segment, endpoint) : afterSynAck(segment, endpoint, peer)
  return withoutCovered(
    segment,
    endpoint,
    peer,
    fittingAck(segment, endpoint, peer, afterOther(segment, endpoint, peer)),
  )
}

/**
 * An ABORT leads where the machine says, to CLOSED; hosts send its reset in more states than 3.10.5. A reset that answers
 * a segment, and is numbered by what that acknowledges, leaves its sender where it was (3.5.2).
 */
function afterReset({ seq, ack }: Segment, { possible, nxt }: Endpoint): Possible {
  const aborts = (possible & ~bitsOf('LISTEN', 'SYN-SENT')) === 0 ? 0 : bitOf.CLOSED
  const answers = ack === null ? possible & bitOf.LISTEN : 0
  const refuses = ack === null && seq !== nxt ? possible & (synReceived | bitOf['SYN-SENT']) : 0
  const after = aborts | answers | refuses
  return after === 0 && possible !== 0 ? bitOf.CLOSED : after
}

/** Whether two resets are numbered alike; hosts add an ACK to one that needs none. */
export function isSameReset(one: Segment, other: Segment): boolean {
  return one.seq === other.seq && (one.ack === null || one.ack === other.ack)
}

function afterSyn(segment: Segment, { possible, iss }: Endpoint): Possible {
  const opens = (possible & bitsOf('CLOSED', 'LISTEN')) === 0 ? 0 : bitOf['SYN-SENT']
  const again = iss === null || iss === segment.seq ? possible & bitOf['SYN-SENT'] : 0
  return opens | again
}

function afterSynAck(segment: Segment, endpoint: Endpoint, peer: Endpoint): Possible {
  const { possible, iss, nxt, fin } = endpoint
  const answers = peer.missing || peer.sent.syns.some((syn) => acknowledgesSyn(segment, syn))
  const isOurs = iss === null || iss === segment.seq
  // Who was CLOSED may have opened passively meanwhile.
  const fresh = answers && (possible & bitsOf('CLOSED', 'LISTEN', 'TIME-WAIT')) !== 0 ? bitOf['SYN-RECEIVED'] : 0
  if (!isOurs) return fresh
  const meets = answers && (possible & bitOf['SYN-SENT']) !== 0 ? crossed : 0
  // A CLOSE in SYN-RECEIVED sends the FIN while our SYN is unacknowledged, which is then retransmitted (3.10.8).
  const closedEarly = fin !== null && nxt === add(segment.seq, 2) ? possible & bitsOf('FIN-WAIT-1', 'CLOSING') : 0
  const opened = possible & bitOf['TIME-WAIT'] && fresh !== 0 && iss === null ? bitOf['SYN-RECEIVED'] : 0
  return fresh | opened | meets | (possible & synReceived) | closedEarly
}

/** Whether a SYN,ACK answers this SYN: its text (RFC 7413) may be acknowledged with it. */
export function acknowledgesSyn({ ack }: Segment, syn: Segment): boolean {
  return ack !== null && isAtMost(add(syn.seq, 1), ack) && isAtMost(ack, segEnd(syn))
}

const close: Event = { kind: 'call', call: 'CLOSE' }

/** Where a CLOSE leads that sends a FIN: the machine's own answer for each state, worked out once. */
const afterClose = new Map<number, Possible>(
  bits.map((bit) => {
    const tcb = { ...noTcb, state: stateOfBit(bit), opened: 'active' as const, remote: true, sndNxt: 1, rcvNxt: 1 }
    const { end, emits } = run({ profile: 'rfc9293', iss: 0 }, tcb, close)
    return [bit, emits.some((sent) => has(sent, 'FIN')) ? bitOfTcb(end) : 0]
  }),
)

const synchronizedBits = bitsOf('ESTABLISHED', 'CLOSE-WAIT') | finSent
const retransmits = bitsOf('FIN-WAIT-1', 'CLOSING', 'LAST-ACK')
const sendsText = bitsOf('ESTABLISHED', 'CLOSE-WAIT')

function afterOther(segment: Segment, endpoint: Endpoint, peer: Endpoint): Possible {
  const { possible, nxt } = endpoint
  const isFin = has(segment, 'FIN')
  const isNew = nxt === null || isBefore(nxt, segEnd(segment))
  if (isFin) {
    const first = isNew ? bits.reduce((all, bit) => all | (possible & bit ? (afterClose.get(bit) ?? 0) : 0), 0) : 0
    const again = nxt === null || !isNew ? possible & retransmits : 0
    return first | again
  }
  if (segLen(segment) === 0) return possible & (synchronizedBits | synReceived)
  if (isKeepAlive(segment, endpoint)) return possible & synchronizedBits
  // RFC 7413: where the SYN brought text, its answer may follow before the SYN,ACK is acknowledged.
  const early = peer.sent.syns.some((syn) => syn.len > 0) ? possible & synReceived : 0
  return (possible & sendsText) | early | (nxt === null || !isNew ? possible & retransmits : 0)
}

/** RFC 9293 3.8.4: SEG.SEQ = SND.NXT - 1, with an octet of garbage or none. */
export function isKeepAlive(segment: Segment, { nxt, fin }: Endpoint): boolean {
  const bare = !has(segment, 'SYN') && !has(segment, 'FIN') && !has(segment, 'RST')
  return bare && nxt !== null && fin === null && segment.len <= 1 && segment.seq === add(nxt, -1)
}

/** Who acknowledges an octet that only ever came with the ACK of its FIN has had that ACK. */
function withoutCovered({ ack }: Segment, { fin }: Endpoint, { covered }: Endpoint, possible: Possible): Possible {
  const isTaken = ack !== null && covered !== null && covered.fin === fin && isBefore(covered.from, ack)
  const open = possible & ~retransmits
  return isTaken && open !== 0 ? open : possible
}

/** Every ACK says RCV.NXT: whether the peer's FIN is acknowledged tells whether it has been taken. */
function fittingAck({ ack }: Segment, { rcv }: Endpoint, peer: Endpoint, possible: Possible): Possible {
  if (ack === null) return possible
  // An old number says what was, not what is.
  if (rcv !== null && distance(rcv, ack) < 0) return possible
  const open = peer.iss !== null && distance(add(peer.iss, 1), ack) > 0 && !peer.sent.syns.some((syn) => syn.len > 0)
  const opened = open ? possible & ~synReceived : possible
  if (peer.fin === null) return opened
  return isBefore(peer.fin, ack) ? opened & finTaken : opened & ~finTaken
}
