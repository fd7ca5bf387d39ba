import { has, type Segment, segEnd, segLen } from '@/lib/tcp/segment'
import { isBefore } from '@/lib/tcp/sequence'
import type { Endpoint } from './endpoint'
import { afterWait, met, type Party, type Passing, withPossible } from './party'
import type { Passed } from './passed'
import { anything, bitOf, bitsOf, finSent, finTaken, type Possible, synReceived } from './possible'

/** Widens the receiver by what may have arrived, and by what the next segment that it sends shows of it. */
export function receive({ passed, sender, receiver, next, isAnswer }: Passing, before: Endpoint): Party {
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
