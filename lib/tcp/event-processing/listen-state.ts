import { resetFor, synAckSegment } from '../emissions'
import { has, type Segment } from '../segment'
import { add } from '../sequence'
import type { Tcb } from '../tcb'
import { enter, type Outcome, outcome } from './outcome'
import { restOfSyn } from './rest-of-syn'

/** 3.10.7.2 LISTEN STATE. `iss` is the initial send sequence number to select. */
export function listenState(tcb: Tcb, segment: Segment, iss: number): Outcome {
  // First, check for a RST
  if (has(segment, 'RST')) return outcome(tcb, ['listen.rst-ignored'])

  // Second, check for an ACK
  if (segment.ack !== null) return outcome(tcb, ['listen.ack-reset'], { emits: [resetFor(segment)] })

  // Third, check for a SYN
  if (has(segment, 'SYN')) {
    const received: Tcb = {
      ...enter<'LISTEN'>(tcb, 'SYN-RECEIVED'),
      rcvNxt: add(segment.seq, 1),
      irs: segment.seq,
      iss,
      sndUna: iss,
      sndNxt: add(iss, 1),
      // "Any other control or text should be queued for processing later."
      held: restOfSyn(segment, null),
    }
    return outcome(received, ['listen.syn'], { emits: [synAckSegment(received)] })
  }

  // Fourth, other data or control
  return outcome(tcb, ['listen.dropped'])
}
