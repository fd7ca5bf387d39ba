import type { Tcb } from '../tcb'
import { type Outcome, outcome, toCaller } from './outcome'

/** 3.10.3 RECEIVE Call. One RECEIVE takes all the text that awaits delivery. */
export function receiveCall(tcb: Tcb): Outcome {
  switch (tcb.state) {
    case 'CLOSED':
      return outcome(tcb, ['receive.no-connection'], { responses: toCaller('error: connection does not exist') })
    case 'LISTEN':
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
      return queued(tcb)
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
      return tcb.receiveQueued > 0 ? served(tcb) : queued(tcb)
    case 'CLOSE-WAIT':
      return tcb.receiveQueued > 0 ? served(tcb) : closing(tcb)
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return closing(tcb)
  }
}

function queued(tcb: Tcb): Outcome {
  return outcome({ ...tcb, receivesPending: tcb.receivesPending + 1 }, ['receive.queued'])
}

function served(tcb: Tcb): Outcome {
  return outcome({ ...tcb, receiveQueued: 0 }, ['receive.served'])
}

function closing(tcb: Tcb): Outcome {
  return outcome(tcb, ['receive.closing'], { responses: toCaller('error: connection closing') })
}
