import { ackSegment } from '../emissions'
import { has } from '../segment'
import { add } from '../sequence'
import type { Tcb } from '../tcb'
import { receivesText, toUser } from './outcome'
import { type Progress, proceed } from './progress'

/**
 * 3.10.7.4, sixth: check the URG bit.
 * Departs: RCV.UP is not kept, so every URG signals; it changes nothing else.
 */
export function checkUrg(at: Progress): Progress {
  if (!has(at.segment, 'URG') || !receivesText(at.tcb)) return at
  return proceed(at, 'urg.signal', { responses: toUser('urgent data') })
}

/** 3.10.7.4, seventh: process the segment text. Departs: RCV.WND stays as it is; the buffer never fills. */
export function processText(at: Progress): Progress {
  const { tcb, segment } = at
  if (segment.len === 0) return at
  if (!receivesText(tcb)) return proceed(at, 'text.ignored')
  const delivered = deliver({ ...tcb, rcvNxt: add(tcb.rcvNxt, segment.len) }, segment.len)
  return proceed(at, 'text.delivered', { tcb: delivered, emits: [ackSegment(delivered)] })
}

/** Text goes to a RECEIVE that waits, or waits for one. */
function deliver(tcb: Tcb, len: number): Tcb {
  return tcb.receivesPending > 0
    ? { ...tcb, receivesPending: tcb.receivesPending - 1 }
    : { ...tcb, receiveQueued: tcb.receiveQueued + len }
}
