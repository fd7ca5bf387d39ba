import { ackSegment } from '../emissions'
import { has } from '../segment'
import { add } from '../sequence'
import type { Tcb } from '../tcb'
import type { CheckId } from './checks'
import { enter, toReceives, toUser } from './outcome'
import { finish, type Progress } from './progress'

/**
 * 3.10.7.4, eighth: check the FIN bit. Its ACK takes the place of the one for the segment's text (MUST-58).
 * By now FIN-WAIT-1 means that our FIN is not acknowledged: the fifth step would have moved on (erratum 8805).
 */
export function checkFin(at: Progress): Progress {
  const { tcb, segment } = at
  if (!has(segment, 'FIN')) return at
  const advanced: Tcb = { ...tcb, rcvNxt: add(tcb.rcvNxt, 1), receivesPending: 0 }
  const [next, check] = afterFin(advanced)
  const done = {
    tcb: next,
    emits: [ackSegment(next)],
    responses: [...toUser('connection closing'), ...toReceives(tcb, 'connection closing')],
  }
  return finish({ ...at, emits: [] }, check, done)
}

function afterFin(tcb: Tcb): readonly [Tcb, CheckId] {
  switch (tcb.state) {
    case 'ESTABLISHED':
      return [enter<'ESTABLISHED'>(tcb, 'CLOSE-WAIT'), 'fin.to-close-wait']
    case 'FIN-WAIT-1':
      return [enter<'FIN-WAIT-1'>(tcb, 'CLOSING'), 'fin.to-closing']
    case 'FIN-WAIT-2':
      return [enter<'FIN-WAIT-2'>(tcb, 'TIME-WAIT'), 'fin.to-time-wait']
    default:
      return [tcb, 'fin.remain']
  }
}
