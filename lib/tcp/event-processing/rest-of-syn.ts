import { has, type Segment } from '../segment'
import { add } from '../sequence'

/**
 * What a segment with a SYN carries besides: its text and FIN, numbered after the SYN, acknowledging `ack`. Empty
 * where there is nothing else. "Processing of SYN and ACK should not be repeated" (3.10.7.2), so `ack` is a number
 * already acknowledged, or null while there is none yet.
 */
export function restOfSyn(segment: Segment, ack: number | null): readonly Segment[] {
  const fin = has(segment, 'FIN')
  if (segment.len === 0 && !fin) return []
  const ctl: Segment['ctl'] = fin ? ['FIN'] : []
  return [{ seq: add(segment.seq, 1), ack, ctl: ack === null ? ctl : [...ctl, 'ACK'], len: segment.len }]
}
