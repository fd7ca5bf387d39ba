import { has, type Segment, segEnd, segLen } from '@/lib/tcp/segment'
import { add, distance, isAtMost, isBefore, type SequenceNumber } from '@/lib/tcp/sequence'
import type { Endpoint } from './endpoint'
import type { PlainMark } from './mark'
import type { Passed } from './passed'
import { isKeepAlive } from './send'

type Gap = readonly [from: SequenceNumber, to: SequenceNumber]

/** What of an endpoint's segments is remembered to call the next one a repetition: a little, whatever has passed. */
export type History = {
  readonly gaps: readonly Gap[]
  readonly recent: readonly Passed[]
  /** The highest number that it has acknowledged, and what it may receive up to; null where the scale is not known. */
  readonly edge: SequenceNumber | null
  readonly scale: Passed['scale']
}

export const noHistory: History = { gaps: [], recent: [], edge: null, scale: 'unknown' }

const kept = 16

/** The history with a segment more; `endpoint` and `other` are as they were before it. */
export function withPassed(history: History, passed: Passed, endpoint: Endpoint, other: History): History {
  const { segment } = passed
  const recent = [...history.recent.slice(1 - kept), passed]
  if (has(segment, 'SYN')) {
    const edge = segment.ack === null || passed.window === null ? null : add(segment.ack, passed.window)
    return { gaps: [], recent, scale: passed.scale, edge }
  }
  return {
    ...history,
    recent,
    gaps: gapsAfter(history.gaps, segment, endpoint),
    edge: edgeAfter(history, passed, other),
  }
}

function edgeAfter(history: History, { segment, window }: Passed, other: History): SequenceNumber | null {
  const shift = shiftOf(history, other)
  if (segment.ack === null || window === null || shift === null || has(segment, 'RST')) return history.edge
  const edge = add(segment.ack, window * 2 ** shift)
  return history.edge === null || isBefore(history.edge, edge) ? edge : history.edge
}

/** The window's scale counts where both SYNs had the option (RFC 7323 2.2). */
function shiftOf(own: History, other: History): number | null {
  if (own.scale === 'unknown' || other.scale === 'unknown') return null
  return own.scale === null || other.scale === null ? 0 : own.scale
}

function gapsAfter(gaps: readonly Gap[], segment: Segment, { nxt }: Endpoint): readonly Gap[] {
  if (nxt === null || has(segment, 'RST')) return gaps
  if (isBefore(nxt, segment.seq)) return [...gaps.slice(1 - kept), [nxt, segment.seq]]
  const end = segEnd(segment)
  if (!gaps.some((gap) => overlaps(gap, segment))) return gaps
  return gaps
    .flatMap(([from, to]): readonly Gap[] =>
      overlaps([from, to], segment)
        ? [
            [from, segment.seq],
            [end, to],
          ]
        : [[from, to]],
    )
    .filter(([from, to]) => isBefore(from, to))
}

function overlaps([from, to]: Gap, segment: Segment): boolean {
  return isBefore(segment.seq, to) && isBefore(from, segEnd(segment))
}

/** What of the segment has passed before, or should have; `endpoint` and `peer` are as they were before it. */
export function repetitions(
  passed: Passed,
  history: History,
  endpoint: Endpoint,
  peer: Endpoint,
): readonly PlainMark[] {
  const { segment } = passed
  if (isCopy(passed, history)) return ['duplicate']
  if (has(segment, 'RST') || endpoint.nxt === null) return []
  if (isKeepAlive(segment, endpoint) && (peer.rcv === null || isAtMost(endpoint.nxt, peer.rcv))) return ['keep-alive']
  if (segLen(segment) === 0) return isDuplicateAck(passed, history, peer) ? ['duplicate ACK'] : []
  if (isBefore(endpoint.nxt, segment.seq)) return ['not captured']
  if (!isBefore(segment.seq, endpoint.nxt)) return []
  return history.gaps.some((gap) => overlaps(gap, segment)) ? ['out of order'] : ['retransmission']
}

/** The same identification and the same segment: one sending, seen twice. */
function isCopy({ id, segment }: Passed, { recent }: History): boolean {
  return id !== null && id !== 0 && recent.some((other) => other.id === id && isSame(other.segment, segment))
}

/** Whether the same segment has passed lately. */
export function isAgain({ segment }: Passed, { recent }: History): boolean {
  return recent.some((other) => isSame(other.segment, segment))
}

function isSame(one: Segment, other: Segment): boolean {
  return (
    one.seq === other.seq &&
    one.ack === other.ack &&
    one.len === other.len &&
    (['SYN', 'FIN', 'RST'] as const).every((bit) => has(one, bit) === has(other, bit))
  )
}

/** RFC 5681 2: nothing but the same acknowledgment and window again, while the peer waits for one. */
function isDuplicateAck({ segment, window }: Passed, { recent }: History, peer: Endpoint): boolean {
  const last = recent.at(-1)
  const waits = segment.ack !== null && peer.nxt !== null && isBefore(segment.ack, peer.nxt)
  return waits && last !== undefined && isSame(last.segment, segment) && last.window === window
}

/** Whether the text goes beyond all that its receiver has ever offered, by more than the octet of a probe (3.8.6.1). */
export function isBeyondWindow({ segment }: Passed, { edge }: History): boolean {
  return edge !== null && segment.len > 0 && distance(add(edge, 1), add(segment.seq, segment.len)) > 0
}

/** An octet at the edge of a window that is shut (3.8.6.1). */
export function isProbe({ segment }: Passed, { edge }: History): boolean {
  return segment.len === 1 && edge !== null && segment.seq === edge
}
