import type { Event } from './events'
import { has, type Segment } from './segment'
import { add } from './sequence'
import type { Tcb } from './tcb'

/** How far the numbers that we choose are moved, and those that the peer chooses. */
export type Shift = { readonly ours: number; readonly theirs: number }

/**
 * The TCB of the same connection, had both ends chosen other initial sequence numbers. Where a variable has no value
 * yet it stays 0: all of them in CLOSED and LISTEN, and what the peer chooses in SYN-SENT.
 */
export function translateTcb(tcb: Tcb, { ours, theirs }: Shift): Tcb {
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN') return tcb
  const sent = { iss: add(tcb.iss, ours), sndUna: add(tcb.sndUna, ours), sndNxt: add(tcb.sndNxt, ours) }
  if (tcb.state === 'SYN-SENT') return { ...tcb, ...sent }
  const received = { irs: add(tcb.irs, theirs), rcvNxt: add(tcb.rcvNxt, theirs) }
  return { ...tcb, ...sent, ...received, held: tcb.held.map((segment) => translateSegment(segment, { ours, theirs })) }
}

/** The segment that arrives from the peer. */
function translateSegment(segment: Segment, { ours, theirs }: Shift): Segment {
  return { ...segment, seq: add(segment.seq, theirs), ack: segment.ack === null ? null : add(segment.ack, ours) }
}

/** The segment that we send. A reset that acknowledges is numbered 0, which nobody chose (3.5.2). */
export function translateSent(segment: Segment, { ours, theirs }: Shift): Segment {
  const translated = translateSegment(segment, { ours: theirs, theirs: ours })
  return has(segment, 'RST') && segment.ack !== null ? { ...translated, seq: segment.seq } : translated
}

/** The event with the numbers of its segment moved. */
export function translateEvent(event: Event, shift: Shift): Event {
  return event.kind === 'segment' ? { ...event, segment: translateSegment(event.segment, shift) } : event
}
