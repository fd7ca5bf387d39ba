import { ackSegment, resetFor } from '../emissions'
import { differences, largestWindow, type Profile } from '../profiles'
import type { Response } from '../responses'
import { add, isAtMost, isBefore } from '../sequence'
import { isFinSent, type Tcb } from '../tcb'
import { enter, unacknowledgedText } from './outcome'
import { finish, type Progress, proceed } from './progress'

/** 3.10.7.4, fifth: check the ACK field. */
export function checkAck(at: Progress, profile: Profile): Progress {
  const { tcb, segment } = at
  if (segment.ack === null) return finish(at, 'ack.absent')
  if (tcb.state === 'SYN-RECEIVED') return checkAckOfSyn(at, segment.ack, profile)

  // "If the ACK acks something not yet sent (SEG.ACK > SND.NXT), then send an ACK, drop the segment, and return."
  if (isBefore(tcb.sndNxt, segment.ack)) return finish(at, 'ack.never-sent', { emits: [ackSegment(tcb)] })

  // RFC 5961 section 5 (MAY-12), its other end: SEG.ACK < SND.UNA - MAX.SND.WND.
  if (differences[profile].ackRangeIsChecked && isBefore(segment.ack, add(tcb.sndUna, -largestWindow))) {
    return finish(at, 'ack.too-old', { emits: [ackSegment(tcb)] })
  }
  return acknowledge(at, segment.ack)
}

function checkAckOfSyn(at: Progress, ack: number, profile: Profile): Progress {
  const { tcb } = at
  const first = differences[profile].synReceivedTakesOldAck ? tcb.sndUna : add(tcb.sndUna, 1)
  if (!(isAtMost(first, ack) && isAtMost(ack, tcb.sndNxt))) {
    return finish(at, 'ack.not-of-syn', { emits: [resetFor(at.segment)] })
  }
  return proceed(at, 'ack.of-syn', { tcb: { ...enter<'SYN-RECEIVED'>(tcb, 'ESTABLISHED'), sndUna: ack } })
}

function acknowledge(at: Progress, ack: number): Progress {
  const { tcb } = at
  const isNew = isBefore(tcb.sndUna, ack)
  const ofFin = isNew && isFinSent(tcb) && ack === tcb.sndNxt
  const acked: Tcb = isNew ? { ...tcb, sndUna: ack } : tcb
  // LAST-ACK's processing is not "in addition to the processing for the ESTABLISHED state".
  const responses = tcb.state === 'LAST-ACK' ? [] : sendsReturned(tcb, acked)
  switch (tcb.state) {
    case 'FIN-WAIT-1':
      if (!ofFin) break
      return proceed(at, 'ack.of-fin', {
        tcb: enter<'FIN-WAIT-1'>(acked, 'FIN-WAIT-2'),
        // "The user's CLOSE can be acknowledged ("ok")": FIN-WAIT-2's processing, into which this one continues.
        responses: [...responses, { to: 'outstanding CLOSE', text: 'ok' }],
      })
    case 'CLOSING':
      if (!ofFin) return finish(at, 'ack.ignored-in-closing', { tcb: acked, responses })
      return proceed(at, 'ack.of-fin-in-closing', { tcb: enter<'CLOSING'>(acked, 'TIME-WAIT'), responses })
    case 'LAST-ACK':
      if (!ofFin) break
      return finish(at, 'ack.of-fin-in-last-ack', { tcb: enter<'LAST-ACK'>(acked, 'CLOSED') })
    default:
      break
  }
  return proceed(at, isNew ? 'ack.of-data' : 'ack.duplicate', { tcb: acked, responses })
}

/** "Users should receive positive acknowledgments for buffers that have been SENT and fully acknowledged." */
function sendsReturned(before: Tcb, after: Tcb): readonly Response[] {
  const returned = unacknowledgedText(before) > 0 && unacknowledgedText(after) === 0
  return returned ? [{ to: 'outstanding SENDs', text: 'ok' }] : []
}
