import { finSegment } from '../emissions'
import { differences, type Profile } from '../profiles'
import { add } from '../sequence'
import type { Tcb } from '../tcb'
import { enter, type Outcome, outcome, toCaller, toOutstanding, toReceives } from './outcome'

/** 3.10.4 CLOSE Call. */
export function closeCall(profile: Profile, tcb: Tcb): Outcome {
  switch (tcb.state) {
    case 'CLOSED':
      return outcome(tcb, ['close.no-connection'], { responses: toCaller('error: connection does not exist') })
    case 'LISTEN':
      return outcome(enter<'LISTEN'>(tcb, 'CLOSED'), ['close.listener'], {
        responses: toReceives(tcb, 'error: closing'),
      })
    case 'SYN-SENT':
      return outcome(enter<'SYN-SENT'>(tcb, 'CLOSED'), ['close.syn-sent'], {
        responses: toOutstanding(tcb, 'error: closing'),
      })
    case 'SYN-RECEIVED':
      return tcb.sendQueued > 0 ? queued(tcb) : finSent(enter<'SYN-RECEIVED'>(tcb, 'FIN-WAIT-1'))
    case 'ESTABLISHED':
      // "In any case, enter FIN-WAIT-1 state."
      return tcb.sendQueued > 0
        ? outcome({ ...enter<'ESTABLISHED'>(tcb, 'FIN-WAIT-1'), closeQueued: true }, ['close.fin-later'])
        : finSent(enter<'ESTABLISHED'>(tcb, 'FIN-WAIT-1'))
    case 'CLOSE-WAIT':
      return tcb.sendQueued > 0 ? queued(tcb) : closeFromCloseWait(profile, tcb)
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return outcome(tcb, ['close.closing'], { responses: toCaller('error: connection closing') })
  }
}

function closeFromCloseWait(profile: Profile, tcb: Tcb): Outcome {
  const next = differences[profile].closeWaitClosesTo
  const sent = finSent(enter<'CLOSE-WAIT'>(tcb, next))
  return next === 'CLOSING' ? { ...sent, applied: ['close.rfc793-closing'] } : sent
}

function queued(tcb: Tcb): Outcome {
  return outcome({ ...tcb, closeQueued: true }, ['close.queued'])
}

/** "Form a FIN segment and send it": it occupies one number (3.4). */
function finSent(tcb: Tcb): Outcome {
  return outcome({ ...tcb, closeQueued: false, sndNxt: add(tcb.sndNxt, 1) }, ['close.fin'], {
    emits: [finSegment(tcb)],
  })
}
