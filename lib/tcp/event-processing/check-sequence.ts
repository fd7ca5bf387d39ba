import { ackSegment } from '../emissions'
import type { Response } from '../responses'
import { has, type Segment, segEnd, segLen } from '../segment'
import { add, distance, isAtMost, isBefore, isInWindow } from '../sequence'
import type { Tcb } from '../tcb'
import { enter, receivesText, toUser } from './outcome'
import { finish, type Progress, proceed } from './progress'

/** 3.10.7.4, first: check sequence number. */
export function checkSequence(at: Progress): Progress {
  const { tcb, segment } = at
  if (isAcceptable(tcb, segment)) return proceed(at, 'sequence.acceptable')
  if (has(segment, 'RST')) return finish(at, 'sequence.rst-not-acceptable')
  if (isCrossedSynAck(tcb, segment)) {
    const established: Tcb = { ...enter<'SYN-RECEIVED'>(tcb, 'ESTABLISHED'), sndUna: tcb.sndNxt }
    return finish(at, 'sequence.syn-ack-crossed', { tcb: established })
  }
  // The reading of ambiguities.ts, retransmitted-fin-in-time-wait: the ACK that any unacceptable segment gets, and the
  // TIME-WAIT timeout begins anew.
  if (isFinAgainInTimeWait(tcb, segment)) return finish(at, 'sequence.fin-again', { emits: [ackSegment(tcb)] })
  return finish(at, 'sequence.not-acceptable', {
    emits: [ackSegment(tcb)],
    responses: urgentAtClosedWindow(tcb, segment),
  })
}

/** MUST-66: the URG field is processed even where the window is closed. */
function urgentAtClosedWindow(tcb: Tcb, segment: Segment): readonly Response[] {
  const next = tcb.rcvWnd === 0 && segment.seq === tcb.rcvNxt
  return next && has(segment, 'URG') && receivesText(tcb) ? toUser('urgent data') : []
}

/** Table 6. A reset counts by SEG.SEQ alone (3.5.3), so that one with text is taken at a closed window too (MUST-66). */
function isAcceptable(tcb: Tcb, segment: Segment): boolean {
  const { rcvNxt, rcvWnd } = tcb
  const len = has(segment, 'RST') ? 0 : segLen(segment)
  if (len === 0 && rcvWnd === 0) return segment.seq === rcvNxt
  if (len === 0) return isInWindow(segment.seq, rcvNxt, rcvWnd)
  return isInWindow(segment.seq, rcvNxt, rcvWnd) || isInWindow(add(segment.seq, len - 1), rcvNxt, rcvWnd)
}

/** Figure 7, lines 6 and 7: the peer's SYN,ACK after both SYNs crossed (ambiguities.ts, syn-ack-in-syn-received). */
function isCrossedSynAck(tcb: Tcb, segment: Segment): boolean {
  const { ack } = segment
  if (
    tcb.state !== 'SYN-RECEIVED' ||
    tcb.opened === 'passive' ||
    !has(segment, 'SYN') ||
    segment.seq !== tcb.irs ||
    ack === null
  )
    return false
  return isBefore(tcb.sndUna, ack) && isAtMost(ack, tcb.sndNxt)
}

function isFinAgainInTimeWait(tcb: Tcb, segment: Segment): boolean {
  const finWithAck = has(segment, 'FIN') && !has(segment, 'SYN') && segment.ack !== null
  return tcb.state === 'TIME-WAIT' && finWithAck && segEnd(segment) === tcb.rcvNxt
}

/**
 * The "idealized segment that begins at RCV.NXT and does not exceed the window": what lies outside is trimmed off,
 * SYN and FIN included. A segment that begins beyond RCV.NXT keeps its beginning.
 */
export function trim(at: Progress): Progress {
  const segment = trimRight(at.tcb, trimLeft(at.tcb, at.segment))
  return segment === at.segment ? at : proceed(at, 'sequence.trimmed', { segment })
}

function trimLeft(tcb: Tcb, segment: Segment): Segment {
  const old = distance(segment.seq, tcb.rcvNxt)
  if (old <= 0) return segment
  const syn = has(segment, 'SYN') ? 1 : 0
  const ctl = segment.ctl.filter((bit) => bit !== 'SYN')
  return { ...segment, seq: tcb.rcvNxt, ctl, len: segment.len - (old - syn) }
}

function trimRight(tcb: Tcb, segment: Segment): Segment {
  const beyond = distance(add(tcb.rcvNxt, tcb.rcvWnd), segEnd(segment))
  if (beyond <= 0) return segment
  const fin = has(segment, 'FIN') ? 1 : 0
  const ctl = segment.ctl.filter((bit) => bit !== 'FIN')
  return { ...segment, ctl, len: segment.len - (beyond - fin) }
}
