import { has, type Segment, segEnd, segLen } from '@/lib/tcp/segment'
import { add, isAtMost, isBefore } from '@/lib/tcp/sequence'
import type { State } from '@/lib/tcp/states'
import { begin } from './begin'
import { type Endpoint, unseen, withNumbers, withSent } from './endpoint'
import { followingOf, isAnswer } from './following'
import { type History, isAgain, isBeyondWindow, isProbe, repetitions, withPassed } from './history'
import type { Broken, Mark, PlainMark } from './mark'
import { afterWait, fits, met, newParty, type Party, type Passing } from './party'
import type { Passed } from './passed'
import { anything, bitOf, bitsOf, finSent, finTaken, type Possible, statesIn, synReceived } from './possible'
import { receive } from './receive'
import { afterSending } from './send'

/** What can be known once a segment has passed: of its sender at that moment, of its receiver before and after it arrives. */
export type Observation = {
  readonly passed: Passed
  readonly sender: readonly State[]
  readonly receiver: readonly State[]
  readonly marks: readonly Mark[]
}

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
