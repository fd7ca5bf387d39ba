import { ackSegment } from '../emissions'
import { differences, type Profile } from '../profiles'
import { has } from '../segment'
import { noTcb, type Tcb } from '../tcb'
import { enter, toOutstanding, toUser } from './outcome'
import { finish, type Progress } from './progress'

/** 3.10.7.4, second: check the RST bit. */
export function checkRst(at: Progress, profile: Profile): Progress {
  const { tcb, segment } = at
  if (!has(segment, 'RST')) return at

  // RFC 5961 section 3, case 3; case 1 was dropped in the first step, case 2 goes on below.
  if (differences[profile].rstMustMatch && segment.seq !== tcb.rcvNxt) {
    return finish(at, 'rst.challenge', { emits: [ackSegment(tcb)] })
  }
  switch (tcb.state) {
    case 'SYN-RECEIVED':
      return tcb.opened === 'passive'
        ? finish(at, 'rst.to-listen', { tcb: toListen(tcb) })
        : finish(at, 'rst.refused', {
            tcb: enter<'SYN-RECEIVED'>(tcb, 'CLOSED'),
            responses: toUser('connection refused'),
          })
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      return finish(at, 'rst.reset', {
        tcb: enter<'ESTABLISHED' | 'FIN-WAIT-1' | 'FIN-WAIT-2' | 'CLOSE-WAIT'>(tcb, 'CLOSED'),
        responses: [...toOutstanding(tcb, 'reset'), ...toUser('connection reset')],
      })
    default:
      return finish(at, 'rst.closed', { tcb: enter<'CLOSING' | 'LAST-ACK' | 'TIME-WAIT'>(tcb, 'CLOSED') })
  }
}

/**
 * "Return this connection to LISTEN state": what was learnt from the SYN is forgotten, the retransmission queue flushed.
 * What was queued for that peer must not go to the next one, and 3.10.2 knows no queue in LISTEN: it is forgotten too.
 */
export function toListen(tcb: Tcb): Tcb {
  const { remote, rcvWnd, receivesPending } = tcb
  return {
    ...noTcb,
    state: enter<'SYN-RECEIVED'>(tcb, 'LISTEN').state,
    opened: 'passive',
    remote,
    rcvWnd,
    receivesPending,
  }
}
