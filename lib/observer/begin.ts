import { has, type Segment } from '@/lib/tcp/segment'
import { begunFrom, type Endpoint, unseen } from './endpoint'
import { fits, type Party, type Passing, withPast } from './party'
import type { Passed } from './passed'
import { bitOf, bitsOf, finSent, synReceived } from './possible'
import { acknowledgesSyn } from './send'

/** A SYN with another number than the last begins a connection anew; so does the first segment of all. */
export function begin({ passed, sender, receiver, next }: Passing): {
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
