import { synSegment, textSegment } from '../emissions'
import { add } from '../sequence'
import type { Tcb } from '../tcb'
import { synSent } from './open-call'
import { type Outcome, outcome, toCaller } from './outcome'

/** 3.10.2 SEND Call of `len` octets. Data never rides on a SYN here: it is queued, as the text allows. */
export function sendCall(tcb: Tcb, len: number, iss: number): Outcome {
  switch (tcb.state) {
    case 'CLOSED':
      return outcome(tcb, ['send.no-connection'], { responses: toCaller('error: connection does not exist') })
    case 'LISTEN':
      return sendOnListener(tcb, len, iss)
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
      return queued(tcb, len)
    case 'ESTABLISHED':
    case 'CLOSE-WAIT':
      // SENDs are served in the order of the calls (3.9.1.2): none overtakes one that waits.
      return tcb.sendQueued > 0 ? queued(tcb, len) : segmentized(tcb, len)
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return outcome(tcb, ['send.closing'], { responses: toCaller('error: connection closing') })
  }
}

function sendOnListener(tcb: Tcb, len: number, iss: number): Outcome {
  if (!tcb.remote) {
    return outcome(tcb, ['send.no-remote-socket'], { responses: toCaller('error: remote socket unspecified') })
  }
  const opened = synSent({ ...tcb, opened: 'active', sendQueued: tcb.sendQueued + len }, iss)
  return outcome(opened, ['send.passive-to-active'], { emits: [synSegment(opened)] })
}

function queued(tcb: Tcb, len: number): Outcome {
  return outcome({ ...tcb, sendQueued: tcb.sendQueued + len }, ['send.queued'])
}

function segmentized(tcb: Tcb, len: number): Outcome {
  return outcome({ ...tcb, sndNxt: add(tcb.sndNxt, len) }, ['send.text'], { emits: [textSegment(tcb, len)] })
}
