import type { Tcb } from '../tcb'
import { type Outcome, outcome, toCaller } from './outcome'

/** 3.10.6 STATUS Call: `Return "state = X" and the TCB pointer`. */
export function statusCall(tcb: Tcb): Outcome {
  if (tcb.state === 'CLOSED') {
    return outcome(tcb, ['status.no-connection'], { responses: toCaller('error: connection does not exist') })
  }
  return outcome(tcb, ['status.state'], { responses: toCaller(`state = ${tcb.state}`) })
}
