import type { Timeout } from '../events'
import type { Segment } from '../segment'
import { add } from '../sequence'
import type { Tcb } from '../tcb'
import {
  enter,
  isFinUnacknowledged,
  isSynUnacknowledged,
  type Outcome,
  outcome,
  toOutstanding,
  toUser,
  unacknowledgedText,
} from './outcome'

/** 3.10.8 Timeouts. A timeout whose timer cannot be running changes nothing. */
export function timeoutExpires(tcb: Tcb, timeout: Timeout): Outcome {
  switch (timeout) {
    case 'user':
      return userTimeout(tcb)
    case 'retransmission':
      return retransmissionTimeout(tcb)
    case 'time-wait':
      return tcb.state === 'TIME-WAIT'
        ? outcome(enter<'TIME-WAIT'>(tcb, 'CLOSED'), ['timeout.time-wait'])
        : outcome(tcb, ['timeout.not-running'])
  }
}

function userTimeout(tcb: Tcb): Outcome {
  if (tcb.state === 'CLOSED') return outcome(tcb, ['timeout.not-running'])
  const text = 'error: connection aborted due to user timeout'
  return outcome(enter<'ESTABLISHED'>(tcb, 'CLOSED'), ['timeout.user'], {
    responses: [...toOutstanding(tcb, text), ...toUser(text)],
  })
}

function retransmissionTimeout(tcb: Tcb): Outcome {
  const oldest = findOldestUnacknowledged(tcb)
  if (oldest === undefined) return outcome(tcb, ['timeout.not-running'])
  return outcome(tcb, ['timeout.retransmission'], { emits: [oldest] })
}

/**
 * The segment at the front of the retransmission queue, or undefined where the queue is empty.
 *
 * Departs: the queue is not kept as a list; it is read off [SND.UNA, SND.NXT), with all unacknowledged text in one
 * segment. A SYN goes alone; a FIN goes when nothing is before it.
 */
function findOldestUnacknowledged(tcb: Tcb): Segment | undefined {
  if (tcb.sndUna === tcb.sndNxt) return undefined
  if (tcb.state === 'SYN-SENT') return { seq: tcb.iss, ack: null, ctl: ['SYN'], len: 0 }
  if (isSynUnacknowledged(tcb)) return { seq: tcb.iss, ack: tcb.rcvNxt, ctl: ['SYN', 'ACK'], len: 0 }
  const len = unacknowledgedText(tcb)
  if (len > 0) return { seq: tcb.sndUna, ack: tcb.rcvNxt, ctl: ['ACK'], len }
  return isFinUnacknowledged(tcb)
    ? { seq: add(tcb.sndNxt, -1), ack: tcb.rcvNxt, ctl: ['FIN', 'ACK'], len: 0 }
    : undefined
}
