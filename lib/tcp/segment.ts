import { add, type SequenceNumber } from './sequence'

/** The control bits that 3.10.7 looks at, in the order in which the RFC's figures name them; PSH and URG last. */
export const controlBits = ['SYN', 'FIN', 'RST', 'ACK', 'PSH', 'URG'] as const

export type ControlBit = (typeof controlBits)[number]

/**
 * One segment. `ack` is null exactly when the ACK bit is off. `len` counts octets of text only, as DATA does in the
 * RFC's figures; SEG.LEN, which counts SYN and FIN too, is `segLen`.
 */
export type Segment = {
  readonly seq: SequenceNumber
  readonly ack: SequenceNumber | null
  readonly ctl: readonly ControlBit[]
  readonly len: number
}

export function has(segment: Segment, bit: ControlBit): boolean {
  return segment.ctl.includes(bit)
}

/** SEG.LEN: the octets of sequence space the segment occupies, counting SYN and FIN (RFC 9293 3.4). */
export function segLen(segment: Segment): number {
  return segment.len + (has(segment, 'SYN') ? 1 : 0) + (has(segment, 'FIN') ? 1 : 0)
}

/** The sequence number after the segment: SEG.SEQ + SEG.LEN. */
export function segEnd(segment: Segment): SequenceNumber {
  return add(segment.seq, segLen(segment))
}

/** A segment in the notation of the RFC: `<SEQ=100><ACK=301><CTL=FIN,ACK>`. */
export function formatSegment(segment: Segment): string {
  const ack = segment.ack === null ? '' : `<ACK=${segment.ack}>`
  const data = segment.len > 0 ? `<DATA=${segment.len}>` : ''
  return `<SEQ=${segment.seq}>${ack}${data}<CTL=${segment.ctl.join(',')}>`
}
