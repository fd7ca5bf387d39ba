import { has, type Segment } from '../segment'
import { add } from '../sequence'

/**
 * What a segment with a SYN carries besides: its text, FIN and URG, numbered after the SYN, acknowledging `ack`. Empty
 * where there is nothing else. "Processing of SYN and ACK should not be repeated" (3.10.7.2), so `ack` is a number
 * already acknowledged, or null while there is none yet.
 */
export function restOfSyn(segment: Segment, ack: number | null): readonly Segment[] {
  const ctl = segment.ctl.filter((bit) => bit === 'FIN' || bit === 'PSH' || bit === 'URG')
  if (segment.len === 0 && !has(segment, 'FIN') && !has(segment, 'URG')) return []
  return [{ seq: add(segment.seq, 1), ack, ctl: ack === null ? ctl : [...ctl, 'ACK'], len: segment.len }]
}
