import { distance } from '../sequence'
import type { State } from '../states'
import type { Tcb } from '../tcb'
import type { Side } from './configuration'
import { type Model, termsOf } from './models'
import type { Endpoint, Scene } from './world'

/**
 * What an end has counted, in numbers of its connection: its SYN is the first, its FIN the second. No text is sent in the
 * models, so there are no others.
 */
export type Count = {
  /** How many it has sent: SND.NXT - ISS. */
  readonly sent: number
  /** How many of them it knows to be heard: SND.UNA - ISS. */
  readonly acked: number
  /** How many of the other's it has heard: RCV.NXT - IRS, and 0 before its SYN. */
  readonly heard: number
}

/** An end as the invariants see it: which it is, its state and what it has counted. */
export type Counted = Count & { readonly side: Side; readonly state: State }

const nothing: Count = { sent: 0, acked: 0, heard: 0 }

/**
 * What the ends in a state have counted: one of these. CLOSED has forgotten; what it may have counted before is part of
 * what the models promise, see `farewells`.
 */
const countsIn: Readonly<Record<Exclude<State, 'CLOSED'>, readonly Count[]>> = {
  LISTEN: [nothing],
  'SYN-SENT': [{ sent: 1, acked: 0, heard: 0 }],
  'SYN-RECEIVED': [{ sent: 1, acked: 0, heard: 1 }],
  ESTABLISHED: [{ sent: 1, acked: 1, heard: 1 }],
  // A CLOSE in SYN-RECEIVED sends the FIN before the SYN is acknowledged.
  'FIN-WAIT-1': [
    { sent: 2, acked: 0, heard: 1 },
    { sent: 2, acked: 1, heard: 1 },
  ],
  'FIN-WAIT-2': [{ sent: 2, acked: 2, heard: 1 }],
  'CLOSE-WAIT': [{ sent: 1, acked: 1, heard: 2 }],
  CLOSING: [
    { sent: 2, acked: 0, heard: 2 },
    { sent: 2, acked: 1, heard: 2 },
  ],
  'LAST-ACK': [{ sent: 2, acked: 1, heard: 2 }],
  'TIME-WAIT': [{ sent: 2, acked: 2, heard: 2 }],
}

/** What an end may have counted before it came to CLOSED, where nobody aborts or crashes. */
const farewells: readonly Count[] = [
  nothing,
  // Closed in SYN-SENT, or refused: it has said SYN and heard nothing that it kept.
  { sent: 1, acked: 0, heard: 0 },
  // From LAST-ACK or TIME-WAIT: everything is said, heard and acknowledged.
  { sent: 2, acked: 2, heard: 2 },
]

/** What holds of `one` and `other` in every configuration, whichever end is which. */
const invariants = {
  /** What is heard has been sent: nobody expects a number that comes after one the other has not sent. */
  'heard was sent': (one, other) => one.heard <= other.sent,
  /** What is acknowledged has been heard. */
  'acknowledged was heard': (one, other) => one.acked <= other.heard,
  /**
   * An ACK carries what was heard before it: LAST-ACK has heard the other's FIN before it sent its own, which says so.
   * Who has heard the one knows the other acknowledged.
   */
  'FIN carries ACK': (one, other) => one.state !== 'LAST-ACK' || other.heard < one.sent || other.acked === one.heard,
  /**
   * Numbers are taken in their order, even from a channel that keeps none: CLOSING has sent its FIN before the ACK, so
   * that who has taken this ACK has taken the FIN before it.
   */
  'taken in order': (one, other) => one.state !== 'CLOSING' || other.acked < one.heard || other.heard === one.sent,
  /** Who has closed to the end leaves nobody waiting: TIME-WAIT lasts until the other waits for no ACK (2 MSL). */
  'nobody is left waiting': (one, other) => one.state !== 'CLOSED' || one.sent < 2 || other.acked === other.sent,
  /** A never listens and B alone does: so B never asks, and A never hears a SYN before its own is acknowledged. */
  'only A asks': (one) =>
    one.side === 'A' ? one.state !== 'LISTEN' && (one.heard === 0 || one.acked > 0) : one.state !== 'SYN-SENT',
} as const satisfies Record<string, (one: Counted, other: Counted) => boolean>

export type InvariantName = keyof typeof invariants

const invariantNames = Object.keys(invariants) as readonly InvariantName[]

/** The invariants that each model keeps; that it does, and of which ends, is checked in every configuration of it. */
const namesOf: Readonly<Record<Model, readonly InvariantName[]>> = {
  'client and server': invariantNames,
  perfect: without('only A asks'),
  loss: without('only A asks'),
  reordering: without('only A asks'),
  duplicates: without('only A asks'),
  abort: without('only A asks', 'nobody is left waiting'),
  crash: without('only A asks', 'nobody is left waiting'),
  'crash and duplicates': without('only A asks', 'nobody is left waiting'),
}

function without(...some: readonly InvariantName[]): readonly InvariantName[] {
  return invariantNames.filter((name) => !some.includes(name))
}

/** The states that an end comes to only when both SYNs are acknowledged, or heard after its own was. */
const bound: readonly State[] = ['ESTABLISHED', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']

/** Those in which an end has heard a SYN, but may wait for an answer to its own. */
const asked: readonly State[] = ['SYN-RECEIVED', 'FIN-WAIT-1']

/**
 * Whether two ends in these states are ends of one connection, of which the invariants speak. Where each side opens but
 * once, they always are. Where an end may crash and open again, one that knows of a connection (3.5.1 calls it half-open)
 * may face one that knows of none, or of another; where both have synchronized they are of one, and where no old
 * duplicate can be taken for new, as soon as one has.
 */
function areOfOneConnection(model: Model, one: State, other: State): boolean {
  const { mayCrash, duplicates } = termsOf[model]
  if (!mayCrash) return true
  const has = (state: State, or: readonly State[]) => bound.includes(state) || or.includes(state)
  const others = duplicates > 0 ? [] : asked
  return (has(one, []) && has(other, others)) || (has(other, []) && has(one, others))
}

/** What an end in this state can have counted, as far as the model says. */
function countsOf(model: Model, side: Side, state: State): readonly Counted[] {
  if (state !== 'CLOSED') return countsIn[state].map((count) => ({ side, state, ...count }))
  const isForgotten = termsOf[model].mayAbort
  const counts = isForgotten ? [...farewells, ...Object.values(countsIn).flat()] : farewells
  return counts.map((count) => ({ side, state, ...count }))
}

/**
 * Why the model excludes a pair of states: the invariants that no counts of the two states satisfy together, as few as
 * will do, the first where several would; or null where the invariants do not exclude it. Where an end may crash they speak
 * of two ends of one connection.
 */
export function findExclusion(model: Model, A: State, B: State): readonly InvariantName[] | null {
  if (!areOfOneConnection(model, A, B)) return null
  const both = countsOf(model, 'A', A).flatMap((one) => countsOf(model, 'B', B).map((other) => [one, other] as const))
  const isExcludedBy = (some: readonly InvariantName[]) => !both.some(([one, other]) => areKept(some, one, other))
  const names = namesOf[model]
  const single = names.find((name) => isExcludedBy([name]))
  if (single !== undefined) return [single]
  const two = names
    .flatMap((first, at) => names.slice(at + 1).map((second) => [first, second] as const))
    .find(isExcludedBy)
  return two ?? (isExcludedBy(names) ? names : null)
}

function areKept(names: readonly InvariantName[], one: Counted, other: Counted): boolean {
  return names.every((name) => invariants[name](one, other) && invariants[name](other, one))
}

/** What an end has counted, read off its TCB; for CLOSED everything that it may have. */
function readCounts(model: Model, side: Side, { tcb }: Endpoint): readonly Counted[] {
  if (tcb.state === 'CLOSED') return countsOf(model, side, 'CLOSED')
  return [{ side, state: tcb.state, ...readTcb(tcb) }]
}

function readTcb(tcb: Tcb): Count {
  if (tcb.state === 'LISTEN') return nothing
  return {
    sent: distance(tcb.iss, tcb.sndNxt),
    acked: distance(tcb.iss, tcb.sndUna),
    heard: tcb.state === 'SYN-SENT' ? 0 : distance(tcb.irs, tcb.rcvNxt),
  }
}

/**
 * Whether a configuration of the model keeps what its exclusions rest on: each end has counted what its state allows;
 * the ends that should be are of one connection; and the invariants hold of what they have counted.
 */
export function keepsInvariants(model: Model, { A, B }: Scene): boolean {
  if (![A, B].every(hasCountsOfItsState)) return false
  if (!areOfOneConnection(model, A.tcb.state, B.tcb.state)) return true
  if (termsOf[model].mayCrash && !isOneConnection(A.tcb, B.tcb)) return false
  const names = namesOf[model]
  return readCounts(model, 'A', A).some((one) => readCounts(model, 'B', B).some((other) => areKept(names, one, other)))
}

function isOneConnection(one: Tcb, other: Tcb): boolean {
  return one.irs === other.iss && other.irs === one.iss
}

function hasCountsOfItsState(end: Endpoint): boolean {
  const { state } = end.tcb
  if (state === 'CLOSED') return true
  const count = readTcb(end.tcb)
  return countsIn[state].some(
    ({ sent, acked, heard }) => sent === count.sent && acked === count.acked && heard === count.heard,
  )
}
