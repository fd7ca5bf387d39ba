import { resetFor } from '@/lib/tcp/emissions'
import { has, type Segment, segEnd, segLen } from '@/lib/tcp/segment'
import { add, isAtMost, isBefore, type SequenceNumber } from '@/lib/tcp/sequence'
import type { State } from '@/lib/tcp/states'
import { withArrivals } from './arrive'
import { begunFrom, type Endpoint, unseen, withNumbers, withSent } from './endpoint'
import { type History, isAgain, isBeyondWindow, isProbe, noHistory, repetitions, withPassed } from './history'
import type { Broken, Mark, PlainMark } from './mark'
import type { Passed } from './passed'
import { anything, bitOf, bitsOf, finSent, finTaken, type Possible, statesIn, synReceived } from './possible'
import { acknowledgesSyn, afterSending, isSameReset } from './send'

/** What can be known once a segment has passed: of its sender at that moment, of its receiver before and after it arrives. */
export type Observation = {
  readonly passed: Passed
  readonly sender: readonly State[]
  readonly receiver: readonly State[]
  readonly marks: readonly Mark[]
}

/** One endpoint, what is remembered of its segments, and what it was in the connection before, which may linger. */
type Party = {
  readonly endpoint: Endpoint
  readonly history: History
  readonly former: Endpoint | null
  /** The numbers of the connections before: their segments may still be answered. */
  readonly past: readonly (readonly [SequenceNumber, SequenceNumber])[]
}

const mostPast = 8

const newParty: Party = { endpoint: unseen, history: noHistory, former: null, past: [] }

/**
 * Follows one connection (two endpoints, however often they open it) through what passed, in that order. Every segment
 * narrows what its sender can have been; what may have arrived widens what the receiver can be. Taken for granted: every
 * segment that is sent passes; behind, it may be lost, late or twice; nobody gives up where no segment shows it.
 */
export function* observeConnection(all: readonly Passed[]): Generator<Observation> {
  const [first] = all
  if (first === undefined) return
  const following = followingOf(all)
  const parties = { [first.from]: newParty, [first.to]: newParty }
  for (const [index, passed] of all.entries()) {
    const sender = parties[passed.from] ?? newParty
    const receiver = parties[passed.to] ?? newParty
    const nextAt = following[index] ?? -1
    const next = all[nextAt] ?? null
    const seen = pass({ passed, sender, receiver, next, isAnswer: next !== null && isAnswer(all, nextAt) })
    parties[passed.from] = seen.sender
    if (passed.to !== passed.from) parties[passed.to] = seen.receiver
    yield {
      passed,
      sender: statesIn(seen.sender.endpoint.possible),
      receiver: statesIn(seen.receiver.endpoint.possible),
      marks: seen.marks,
    }
  }
}

/** For each segment the place of the next one that its receiver sends, or -1. */
function followingOf(all: readonly Passed[]): Int32Array {
  const following = new Int32Array(all.length)
  const next = new Map<string, number>()
  for (let index = all.length - 1; index >= 0; index--) {
    const passed = all[index]
    if (passed === undefined) continue
    following[index] = next.get(passed.to) ?? -1
    next.set(passed.from, index)
  }
  return following
}

/** How far back a reset may look for what it answers. */
const answerable = 256

/** Whether the segment at this place is a reset that answers one which passed before it (3.10.7.1). */
function isAnswer(all: readonly Passed[], at: number): boolean {
  const reset = all[at]
  if (reset === undefined || !has(reset.segment, 'RST')) return false
  return all
    .slice(Math.max(0, at - answerable), at)
    .some(
      ({ from, segment }) => from === reset.to && !has(segment, 'RST') && isSameReset(resetFor(segment), reset.segment),
    )
}

type Passing = {
  readonly passed: Passed
  readonly sender: Party
  readonly receiver: Party
  /** The next segment that the receiver sends. */
  readonly next: Passed | null
  /** Whether that is a reset which answers what has passed before it. */
  readonly isAnswer: boolean
}

type Seen = { readonly sender: Party; readonly receiver: Party; readonly marks: readonly Mark[] }

function pass(given: Passing): Seen {
  const { passed } = given
  const begun = begin(given)
  const { sender, receiver } = begun
  const plain = repetitions(passed, sender.history, sender.endpoint, receiver.endpoint)
  const probe = plain.length === 0 && isProbe(passed, receiver.history)
  const named: readonly PlainMark[] = [
    ...(begun.isNew ? (['new connection'] as const) : []),
    ...plain,
    ...(probe ? (['zero-window probe'] as const) : []),
  ]
  const isCopy = plain.includes('duplicate')
  const sent = isCopy ? { party: sender, broken: null, missing: false } : send({ ...given, sender, receiver }, plain)
  const marks: readonly Mark[] = [
    ...(sent.missing && !named.includes('not captured') ? [...named, 'not captured' as const] : named).map((kind) => ({
      kind,
    })),
    ...(sent.broken === null ? [] : [{ kind: 'impossible', rule: sent.broken } as const]),
  ]
  const history = withPassed(sender.history, passed, sender.endpoint, receiver.history)
  const after: Party = { ...sent.party, history }
  const heard = fits(passed.segment, receiver.endpoint) ? { ...receiver, former: null } : receiver
  const told: Party = sent.missing
    ? { ...heard, endpoint: { ...heard.endpoint, missing: true, nxt: passed.segment.ack } }
    : heard
  return { sender: after, receiver: receive({ ...given, sender: after, receiver: told }, sender.endpoint), marks }
}

/** A SYN with another number than the last begins a connection anew; so does the first segment of all. */
function begin({ passed, sender, receiver, next }: Passing): {
  readonly sender: Party
  readonly receiver: Party
  readonly isNew: boolean
} {
  const { segment } = passed
  const opens = has(segment, 'SYN') && !has(segment, 'RST') && sender.endpoint.iss !== segment.seq
  if (!opens) return { sender, receiver, isNew: false }
  const isSeen = sender.endpoint.nxt !== null && sender.endpoint.sent.latest.length > 0
  const fresh = begunFrom(sender.endpoint)
  if (segment.ack !== null) {
    return {
      sender: {
        ...sender,
        past: withPast(sender),
        former: isSeen ? (sender.former ?? sender.endpoint) : null,
        endpoint: isSeen ? fresh : { ...sender.endpoint, iss: null, nxt: null },
      },
      receiver,
      isNew: false,
    }
  }
  const opened = bitsOf('CLOSED', 'LISTEN')
  // Where the other end has begun anew already, this one follows it, unless an old SYN of this one was taken there; else
  // the other still is in what was before.
  const hasTakenOld = fits({ ack: receiver.endpoint.rcv }, sender.endpoint)
  const isBehind = !isSeen || (receiver.former !== null && !hasTakenOld)
  return {
    sender: {
      ...sender,
      past: withPast(sender),
      endpoint: { ...fresh, possible: opened },
      former: isBehind ? null : (sender.former ?? sender.endpoint),
    },
    receiver: {
      ...receiver,
      former: null,
      past: withPast(receiver),
      endpoint: answering(segment, receiver.endpoint, next),
    },
    isNew: isSeen,
  }
}

function withPast({ endpoint: { iss, nxt }, past }: Party): Party['past'] {
  return iss === null || nxt === null ? past : [...past.slice(1 - mostPast), [iss, nxt]]
}

/** What the other end was when a SYN passed: read from the first segment that it sends. */
function answering(syn: Segment, endpoint: Endpoint, next: Passed | null): Endpoint {
  const answer = next?.segment
  const isUnseen = endpoint.sent.latest.length === 0
  const isCrossed = endpoint.iss !== null && endpoint.iss === answer?.seq
  if (answer !== undefined && has(answer, 'SYN') && acknowledgesSyn(answer, syn) && !isCrossed) {
    return { ...begunFrom(endpoint), possible: bitOf.LISTEN | (isUnseen ? 0 : endpoint.possible & bitOf['TIME-WAIT']) }
  }
  if (isUnseen) {
    const isOlder = answer !== undefined && !has(answer, 'SYN') && !has(answer, 'RST')
    return {
      ...unseen,
      possible: isOlder ? synReceived | bitsOf('ESTABLISHED', 'CLOSE-WAIT') | finSent : bitsOf('CLOSED', 'LISTEN'),
    }
  }
  const canListen = (endpoint.possible & bitOf.CLOSED) !== 0 && answer === undefined
  return canListen ? { ...endpoint, possible: endpoint.possible | bitOf.LISTEN } : endpoint
}

/** Whether it acknowledges what the endpoint has sent in the connection that it has begun last. */
function fits({ ack }: Pick<Segment, 'ack'>, { iss, nxt }: Pick<Endpoint, 'iss' | 'nxt'>): boolean {
  return ack !== null && iss !== null && nxt !== null && isBefore(iss, ack) && isAtMost(ack, nxt)
}

type Sending = { readonly party: Party; readonly broken: Broken | null; readonly missing: boolean }

/** Narrows the sender by what it sends. */
function send({ passed, sender, receiver, next }: Passing, plain: readonly PlainMark[]): Sending {
  const { segment } = passed
  // Who has not answered the SYN of a new connection still speaks in the old one.
  const other = fits(segment, receiver.endpoint) ? receiver.endpoint : (receiver.former ?? receiver.endpoint)
  const unknown = acknowledgesUnseen(segment, other)
  const isOld = unknown && receiver.past.some(([iss, nxt]) => fits(segment, { iss, nxt }))
  const isMissing = unknown && !isOld && couldBeMissing(segment, other, next)
  const peer = isOld
    ? { ...other, missing: true, iss: null, fin: null }
    : isMissing
      ? { ...other, missing: true, nxt: segment.ack }
      : other
  const waited = met(afterWait(sender.endpoint), receiver)
  const isWild = isMissing || (peer.sent.latest.length === 0 && segment.ack !== null)
  const endpoint = isWild ? { ...waited, possible: waited.possible | wide(waited, peer) } : waited
  const possible = afterSending(segment, endpoint, peer)
  const rule =
    brokenBy(passed, endpoint, receiver.history) ??
    (unknown && !isMissing && !isOld ? 'ACK of what was never sent' : null)
  const done = (next: Possible, broken: Broken | null): Sending => ({
    party: { ...sender, endpoint: withSending(endpoint, segment, next, broken !== null, peer.fin) },
    broken,
    missing: isMissing && peer.sent.latest.length > 0,
  })
  if (rule !== null) return done(possible === 0 ? begunAnew(segment, endpoint, peer) : possible, rule)
  if (possible !== 0) return done(possible, null)
  const isRepeated =
    plain.includes('retransmission') || plain.includes('out of order') || plain.includes('duplicate ACK')
  if (isRepeated || isAgain(passed, sender.history)) return done(endpoint.possible, null)
  const anew = begunAnew(segment, endpoint, peer)
  // What a host sends without 3.10's leave, yet not against it: nothing is left of what was known, and nothing is wrong.
  return done(anew, isWild ? null : unfitting(segment))
}

function withSending(
  endpoint: Endpoint,
  segment: Segment,
  possible: Possible,
  isBroken: boolean,
  peerFin: Endpoint['fin'],
): Endpoint {
  const next = { ...endpoint, possible }
  return isBroken && endpoint.nxt !== null
    ? { ...next, sent: withSent(endpoint.sent, segment) }
    : withNumbers({ ...next, sent: withSent(endpoint.sent, segment) }, segment, peerFin)
}

/** All that could send this, were nothing known of the endpoint. */
function begunAnew(segment: Segment, endpoint: Endpoint, peer: Endpoint): Possible {
  const anew = afterSending(segment, { ...unseen, nxt: endpoint.nxt, possible: anything }, { ...peer, missing: true })
  return anew === 0 ? endpoint.possible : anew
}

/** The TIME-WAIT timeout may have expired once the peer's FIN is acknowledged; before that it does not run. */
function afterWait(endpoint: Endpoint): Endpoint {
  const waits = (endpoint.possible & bitOf['TIME-WAIT']) !== 0
  return waits ? { ...endpoint, possible: endpoint.possible | bitOf.CLOSED } : endpoint
}

/** What an endpoint can be whose peer's segments do not all pass, by what it has sent itself. */
function wide({ iss, nxt, fin }: Endpoint, peer: Endpoint): Possible {
  const untaken =
    peer.iss !== null && peer.fin === null && !peer.missing && peer.sent.latest.length > 0 ? ~finTaken : anything
  if (fin !== null) return (finSent | bitOf.CLOSED) & untaken
  const early = iss === null || nxt === add(iss, 1) ? synReceived : 0
  const finUnknown = iss === null ? finSent : 0
  return (bitsOf('CLOSED', 'ESTABLISHED', 'CLOSE-WAIT') | early | finUnknown) & untaken
}

function acknowledgesUnseen({ ack, ctl }: Segment, peer: Endpoint): boolean {
  return ack !== null && !ctl.includes('RST') && (peer.nxt === null || isBefore(peer.nxt, ack))
}

/** Whether what is acknowledged may have been sent and not captured: the peer goes on from there, or was never seen to begin. */
function couldBeMissing({ ack, ctl }: Segment, peer: Endpoint, later: Passed | null): boolean {
  if (ack === null) return false
  if (peer.nxt === null || peer.sent.latest.length === 0) return !(ctl.includes('SYN') && peer.nxt !== null)
  const next = later?.segment
  if (next === undefined) return peer.iss === null
  return !has(next, 'SYN') && !has(next, 'RST') && isAtMost(ack, next.seq)
}

function brokenBy(passed: Passed, { nxt, fin, sent }: Endpoint, receiver: History): Broken | null {
  const { segment } = passed
  if (has(segment, 'RST')) return has(segment, 'SYN') ? 'RST with SYN' : null
  if (has(segment, 'SYN')) return null
  if (segment.ack === null) return 'no ACK'
  if (fin !== null && segLen(segment) > 0 && isBefore(add(fin, 1), segEnd(segment))) {
    return segment.len > 0 ? 'text after FIN' : 'second FIN'
  }
  const isFinEarlier = has(segment, 'FIN') && nxt !== null && sent.latest.length > 0 && isBefore(segEnd(segment), nxt)
  if (isFinEarlier) return 'second FIN'
  return isBeyondWindow(passed, receiver) ? 'text beyond the window' : null
}

/** The rule against a segment that nothing the sender could be in sends. */
function unfitting(segment: Segment): Broken {
  if (has(segment, 'SYN')) return segment.ack === null ? 'SYN in a connection' : 'SYN,ACK without SYN'
  if (has(segment, 'FIN')) return 'FIN without connection'
  return segment.len > 0 ? 'text without connection' : 'ACK without connection'
}

/** Widens the receiver by what may have arrived, and by what the next segment that it sends shows of it. */
function receive({ passed, sender, receiver, next, isAnswer }: Passing, before: Endpoint): Party {
  const { segment } = passed
  const known = informed(segment, before, sender.endpoint, receiver.endpoint)
  const waited = isFinAcknowledged(known, sender)
    ? afterWait(closedBefore(known, { ...sender, endpoint: before }))
    : known
  const now = met(waited, sender)
  const shown = met(withPossible(now, now.possible | shownBy(next, isAnswer, now)), sender)
  return { ...receiver, endpoint: withPossible(shown, shown.possible & ~muteUntil(next, shown)) }
}

/** With what ended CLOSING before this segment passed: TIME-WAIT may then have begun long ago. */
function closedBefore(endpoint: Endpoint, peer: Party): Endpoint {
  return (endpoint.possible & bitOf.CLOSING) === 0 ? endpoint : met(endpoint, peer)
}

/** The endpoint after whatever of its peer's segments has arrived, those of the connection before among them. */
function met(endpoint: Endpoint, { endpoint: peer, former }: Party): Endpoint {
  const old = former === null ? endpoint : withPossible(endpoint, withArrivals(endpoint, former))
  return withPossible(old, withArrivals(old, peer))
}

/** The endpoint with another set, and the same one where that is no other. */
function withPossible(endpoint: Endpoint, possible: Possible): Endpoint {
  return possible === endpoint.possible ? endpoint : { ...endpoint, possible }
}

/** Whether the receiver's ACK of its peer's FIN has passed, or nobody can tell: TIME-WAIT then runs. */
function isFinAcknowledged({ rcv }: Endpoint, { endpoint, former }: Party): boolean {
  const fin = endpoint.fin ?? former?.fin ?? null
  return fin === null || (rcv !== null && isBefore(fin, rcv))
}

/** What a segment says of its receiver without arriving: new text means that no FIN was sent before it. */
function informed(segment: Segment, before: Endpoint, after: Endpoint, receiver: Endpoint): Endpoint {
  const isUnseen = receiver.sent.latest.length === 0
  const nxt = isUnseen && segment.ack !== null && !has(segment, 'RST') ? segment.ack : receiver.nxt
  const seen = nxt === receiver.nxt ? receiver : { ...receiver, nxt }
  if (isUnseen && segment.ack !== null && !has(segment, 'SYN') && before.iss !== null) {
    // It has answered, and its answer did not pass.
    const took = after.fin === null ? ~finTaken : anything
    return { ...seen, possible: anything & took & ~bitOf['SYN-SENT'] }
  }
  const isNew =
    segLen(segment) > 0 && !has(segment, 'SYN') && (before.nxt === null || isBefore(before.nxt, segEnd(segment)))
  if (!isNew || before.fin !== null || before.iss !== null) return seen
  const open = seen.possible & ~finTaken
  return { ...seen, possible: open === 0 ? anything & ~finTaken : open }
}

/** What only the receiver's next segment shows: that it has given up, or listens again. */
function shownBy(next: Passed | null, isAnswer: boolean, endpoint: Endpoint): Possible {
  const segment = next?.segment
  if (segment === undefined) return 0
  const isSyn =
    has(segment, 'SYN') && !has(segment, 'RST') && endpoint.iss !== segment.seq && endpoint.sent.latest.length > 0
  if (isSyn && segment.ack === null) return bitsOf('CLOSED', 'LISTEN')
  if (isSyn) return (endpoint.possible & bitOf.CLOSED) !== 0 ? bitOf.LISTEN : 0
  return isAnswer ? bitOf.CLOSED : 0
}

/** What it can't have been in yet, since it would have answered by what has not passed. */
function muteUntil(next: Passed | null, endpoint: Endpoint): Possible {
  const isFirst = endpoint.sent.latest.length === 0 && endpoint.nxt === null
  const answersOtherwise = next !== null && !(has(next.segment, 'SYN') && next.segment.ack !== null)
  return isFirst && answersOtherwise && (endpoint.possible & finSent) === 0 ? synReceived : 0
}
