import { ackSegment, resetFor, synAckSegment } from '../emissions'
import { has, type Segment } from '../segment'
import { add, isAtMost, isBefore } from '../sequence'
import type { Tcb } from '../tcb'
import type { CheckId } from './checks'
import { enter, type Outcome, outcome, toUser } from './outcome'
import { restOfSyn } from './rest-of-syn'

/** 3.10.7.3 SYN-SENT STATE. Departs: the third step, security/compartment, is not modelled (see tcb.ts). */
export function synSentState(tcb: Tcb, segment: Segment): Outcome {
  // First, check the ACK bit
  const { ack } = segment
  if (ack !== null && !(isBefore(tcb.sndUna, ack) && isAtMost(ack, tcb.sndNxt))) {
    const emits = has(segment, 'RST') ? [] : [resetFor(segment)]
    return outcome(tcb, ['syn-sent.ack-unacceptable'], { emits })
  }
  const passed: readonly CheckId[] = ack === null ? [] : ['syn-sent.ack-acceptable']

  // Second, check the RST bit
  if (has(segment, 'RST')) {
    if (ack === null) return outcome(tcb, ['syn-sent.rst-without-ack'])
    return outcome(enter<'SYN-SENT'>(tcb, 'CLOSED'), [...passed, 'syn-sent.rst'], {
      responses: toUser('error: connection reset'),
    })
  }

  // Fourth, check the SYN bit
  if (has(segment, 'SYN')) {
    const synchronized: Tcb = { ...tcb, rcvNxt: add(segment.seq, 1), irs: segment.seq }
    return ack === null ? synCrossed(synchronized, segment) : synAcknowledged(synchronized, segment, ack)
  }

  // Fifth, neither of the SYN or RST bits is set
  return outcome(tcb, [...passed, 'syn-sent.neither-syn-nor-rst'])
}

/** Our SYN has been ACKed: ESTABLISHED. Text or FIN in the segment is then processed from the sixth step. */
function synAcknowledged(tcb: Tcb, segment: Segment, ack: number): Outcome {
  const established: Tcb = { ...enter<'SYN-SENT'>(tcb, 'ESTABLISHED'), sndUna: ack }
  return outcome(established, ['syn-sent.ack-acceptable', 'syn-sent.syn-acknowledged'], {
    emits: [ackSegment(established)],
    later: restOfSyn(segment, ack).map((rest) => ({ kind: 'segment', segment: rest })),
  })
}

/** A SYN without ACK: a simultaneous open (MUST-10). Text or FIN waits until ESTABLISHED. */
function synCrossed(tcb: Tcb, segment: Segment): Outcome {
  const received: Tcb = { ...enter<'SYN-SENT'>(tcb, 'SYN-RECEIVED'), held: restOfSyn(segment, null) }
  return outcome(received, ['syn-sent.syn-crossed'], { emits: [synAckSegment(received)] })
}
