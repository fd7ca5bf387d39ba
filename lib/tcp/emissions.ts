import type { Segment } from './segment'
import { segEnd } from './segment'
import type { Tcb } from './tcb'

/**
 * What a rule sends, by the form that the RFC prints for it. Every form is a function of the TCB as the rule leaves it
 * and, where it answers a segment, of that segment.
 */
export const emissions = [
  'SYN',
  'SYN,ACK',
  'ACK',
  'FIN,ACK',
  'text',
  'RST',
  'RST for SEG.ACK',
  'RST,ACK for SEG.SEQ',
  'oldest unacknowledged',
] as const

export type Emission = (typeof emissions)[number]

/** The printed form of each emission; `text` and the retransmission add the octets they carry. */
export const emissionForms = {
  SYN: '<SEQ=ISS><CTL=SYN>',
  'SYN,ACK': '<SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>',
  ACK: '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>',
  'FIN,ACK': '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=FIN,ACK>',
  text: '<SEQ=SND.NXT><ACK=RCV.NXT><DATA><CTL=ACK>',
  RST: '<SEQ=SND.NXT><CTL=RST>',
  'RST for SEG.ACK': '<SEQ=SEG.ACK><CTL=RST>',
  'RST,ACK for SEG.SEQ': '<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>',
  'oldest unacknowledged': '<SEQ=SND.UNA>…',
} as const satisfies Record<Emission, string>

/** `<SEQ=ISS><CTL=SYN>` (3.10.1). */
export function synSegment(tcb: Tcb): Segment {
  return { seq: tcb.iss, ack: null, ctl: ['SYN'], len: 0 }
}

/** `<SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>` (3.10.7.2, 3.10.7.3). */
export function synAckSegment(tcb: Tcb): Segment {
  return { seq: tcb.iss, ack: tcb.rcvNxt, ctl: ['SYN', 'ACK'], len: 0 }
}

/** `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>` (3.10.7.4): an acknowledgment, or a challenge ACK of RFC 5961. */
export function ackSegment(tcb: Tcb): Segment {
  return { seq: tcb.sndNxt, ack: tcb.rcvNxt, ctl: ['ACK'], len: 0 }
}

/** `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=FIN,ACK>` (3.10.4, in the form of Figure 12). */
export function finSegment(tcb: Tcb): Segment {
  return { seq: tcb.sndNxt, ack: tcb.rcvNxt, ctl: ['FIN', 'ACK'], len: 0 }
}

/** Text with a piggybacked acknowledgment (3.10.2). */
export function textSegment(tcb: Tcb, len: number): Segment {
  return { seq: tcb.sndNxt, ack: tcb.rcvNxt, ctl: ['ACK'], len }
}

/** `<SEQ=SND.NXT><CTL=RST>` (3.10.5). */
export function abortSegment(tcb: Tcb): Segment {
  return { seq: tcb.sndNxt, ack: null, ctl: ['RST'], len: 0 }
}

/**
 * A reset that its receiver will accept (3.5.2, 3.10.7.1): numbered by the acknowledgment of the segment it answers,
 * or, where that has none, numbered 0 and acknowledging all of it.
 */
export function resetFor(segment: Segment): Segment {
  return segment.ack === null
    ? { seq: 0, ack: segEnd(segment), ctl: ['RST', 'ACK'], len: 0 }
    : { seq: segment.ack, ack: null, ctl: ['RST'], len: 0 }
}
