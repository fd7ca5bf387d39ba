import { has, type Segment, segEnd, segLen } from '@/lib/tcp/segment'
import { add, isAtMost } from '@/lib/tcp/sequence'
import { phaseOf, type State, states } from '@/lib/tcp/states'
import type { Observation } from './observe-connection'

/**
 * A question on what was observed, with its key. `at` is the place of the segment that it is about, from 0. Nothing is asked
 * that the capture does not decide: a set of states may be large, and is known; what comes next is asked where a later
 * segment shows it.
 */
export type TraceQuestion =
  /** All the states that the sender, or the receiver, can be in. */
  | { readonly kind: 'states'; readonly at: number; readonly ofSender: boolean; readonly key: readonly State[] }
  /** The number by which the segment at `by` acknowledges this one. */
  | {
      readonly kind: 'acknowledged'
      readonly at: number
      readonly by: number
      readonly options: readonly number[]
      readonly key: number
    }
  /** The state that its receiver is in when it acknowledges it by the segment at `by`. */
  | {
      readonly kind: 'state then'
      readonly at: number
      readonly by: number
      readonly options: readonly State[]
      readonly key: State
    }

/** Every question on these observations of one conversation, in their order. */
export function questionsOn(seen: readonly Observation[]): readonly TraceQuestion[] {
  return seen.flatMap(({ sender, receiver }, at) => [
    { kind: 'states', at, ofSender: true, key: sender } as const,
    { kind: 'states', at, ofSender: false, key: receiver } as const,
    ...questionsOnAnswer(seen, at),
  ])
}

function questionsOnAnswer(seen: readonly Observation[], at: number): readonly TraceQuestion[] {
  const by = acknowledgedBy(seen, at)
  const asked = seen[at]
  const answer = seen[by]
  if (asked === undefined || answer === undefined) return []
  const { segment } = asked.passed
  const key = segEnd(segment)
  // An ACK of more than this segment says nothing of this one alone.
  const numbers: readonly TraceQuestion[] =
    answer.passed.segment.ack === key ? [{ kind: 'acknowledged', at, by, options: numbersNear(segment), key }] : []
  const [state, ...others] = answer.sender
  if (state === undefined || others.length > 0) return numbers
  return [...numbers, { kind: 'state then', at, by, options: statesNear(state), key: state }]
}

/**
 * The place of the segment by which what occupies numbers here is first acknowledged; -1 where none does, or where between
 * the two something happened that leaves it open: a copy, a gap, another connection, what no correct endpoint sends.
 */
function acknowledgedBy(seen: readonly Observation[], at: number): number {
  const asked = seen[at]
  if (asked === undefined || !isPlain(asked)) return -1
  const { from, to, segment } = asked.passed
  if (segLen(segment) === 0 || has(segment, 'RST')) return -1
  for (let by = at + 1; by < seen.length; by++) {
    const later = seen[by]
    if (later === undefined || !isPlain(later)) return -1
    const { ack } = later.passed.segment
    if (has(later.passed.segment, 'RST')) return -1
    if (later.passed.from === to && later.passed.to === from && ack !== null && isAtMost(segEnd(segment), ack))
      return by
  }
  return -1
}

function isPlain({ marks }: Observation): boolean {
  return marks.length === 0
}

/** Numbers off by what is often forgotten or counted twice, and the right one; in order. */
function numbersNear(segment: Segment): readonly number[] {
  const end = segEnd(segment)
  const near = [
    end,
    segment.seq,
    add(end, 1),
    add(end, -1),
    ...(segment.ack === null ? [] : [segment.ack]),
    add(end, 2),
  ]
  return [...new Set(near)].slice(0, 4).toSorted((one, other) => one - other)
}

/** The state and three near it: those of the same phase first; in the order of states.ts. */
function statesNear(state: State): readonly State[] {
  const near = states.filter((other) => other !== state && phaseOf[other] === phaseOf[state])
  const others = states.filter((other) => phaseOf[other] !== phaseOf[state] && other !== 'CLOSED')
  const from = others.indexOf('ESTABLISHED')
  const chosen = new Set([state, ...near.slice(0, 2), ...others.slice(Math.max(0, from - 1)), ...others].slice(0, 4))
  return states.filter((other) => chosen.has(other))
}
