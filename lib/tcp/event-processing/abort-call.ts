import { abortSegment } from '../emissions'
import type { Tcb } from '../tcb'
import { enter, type Outcome, outcome, toCaller, toOutstanding, toReceives } from './outcome'

/** 3.10.5 ABORT Call. */
export function abortCall(tcb: Tcb): Outcome {
  switch (tcb.state) {
    case 'CLOSED':
      return outcome(tcb, ['abort.no-connection'], { responses: toCaller('error: connection does not exist') })
    case 'LISTEN':
      return outcome(enter<'LISTEN'>(tcb, 'CLOSED'), ['abort.delete'], {
        responses: toReceives(tcb, 'error: connection reset'),
      })
    case 'SYN-SENT':
      return outcome(enter<'SYN-SENT'>(tcb, 'CLOSED'), ['abort.delete'], {
        responses: toOutstanding(tcb, 'connection reset'),
      })
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      return outcome(enter<'SYN-RECEIVED' | 'ESTABLISHED'>(tcb, 'CLOSED'), ['abort.reset'], {
        emits: [abortSegment(tcb)],
        responses: toOutstanding(tcb, 'connection reset'),
      })
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return outcome(enter<'CLOSING' | 'LAST-ACK' | 'TIME-WAIT'>(tcb, 'CLOSED'), ['abort.ok'], {
        responses: toCaller('ok'),
      })
  }
}
