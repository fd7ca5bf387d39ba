import { type Broken, broken } from '../observer/mark'
import { type Observation, observeConnection } from '../observer/observe-connection'
import type { Passed } from '../observer/passed'
import { otherSide, type Side } from '../tcp/peers/configuration'
import { formatSegment, has, type Segment } from '../tcp/segment'
import { add } from '../tcp/sequence'
import type { State } from '../tcp/states'
import { translateSent } from '../tcp/translate'
import { type Path, segmentsOf, selectPath } from './paths'

/** The initial sequence numbers that the two peers of a trace select. */
export type Isns = Readonly<Record<Side, number>>

/** Those of the RFC's figures, with which the paths are played. */
export const figureIsns: Isns = { A: 100, B: 300 }

/**
 * What passes one point between the peers of a path, from the first SYN on, in the order of sending; the peers are named
 * `A` and `B`. Throws where there is no such path.
 */
export function traceOf(path: string, isns: Isns): readonly Passed[] {
  const whole = selectPath(path)
  const before = opens(whole) ? [] : segmentsOf(selectPath('handshake'))
  return [...before, ...segmentsOf(whole)].map(({ from, segment }, index) => ({
    frame: index + 1,
    from,
    to: otherSide(from),
    segment: translateSent(segment, {
      ours: add(isns[from], -figureIsns[from]),
      theirs: add(isns[otherSide(from)], -figureIsns[otherSide(from)]),
    }),
    window: null,
    scale: null,
    id: null,
  }))
}

/** Whether the path itself begins with the opening; the others go on from an open connection. */
function opens({ start }: Path): boolean {
  return start.A === 'CLOSED'
}

/** How one segment of a trace is changed into one that no correct endpoint sends there. */
export const faults = [
  'acknowledges more',
  'acknowledges nothing',
  'carries text',
  'carries FIN',
  'carries SYN',
  'carries RST',
] as const

export type Fault = (typeof faults)[number]

/** The segment with the fault in it; null where it can have no such fault. */
function withFault(segment: Segment, fault: Fault): Segment | null {
  const { ack, ctl, len } = segment
  switch (fault) {
    case 'acknowledges more':
      return ack === null ? null : { ...segment, ack: add(ack, 50) }
    case 'acknowledges nothing':
      return ack === null ? null : { ...segment, ack: null, ctl: ctl.filter((bit) => bit !== 'ACK') }
    case 'carries text':
      return len > 0 || has(segment, 'SYN') || has(segment, 'RST') ? null : { ...segment, len: 50 }
    case 'carries FIN':
    case 'carries SYN':
    case 'carries RST': {
      const bit = fault === 'carries FIN' ? 'FIN' : fault === 'carries SYN' ? 'SYN' : 'RST'
      return has(segment, bit) ? null : { ...segment, ctl: [bit, ...ctl] }
    }
  }
}

/** A trace with this fault in its segment number `at`, from 0; null where that segment can have no such fault. */
export function traceWithFault(trace: readonly Passed[], at: number, fault: Fault): readonly Passed[] | null {
  const passed = trace[at]
  const segment = passed === undefined ? null : withFault(passed.segment, fault)
  return passed === undefined || segment === null ? null : trace.with(at, { ...passed, segment })
}

/** What the observer says that no correct endpoint sends: the place in the trace, from 0, and the rule. */
export function brokenIn(trace: readonly Passed[]): readonly { readonly at: number; readonly rule: Broken }[] {
  return observed(trace).flatMap(({ marks }, at) =>
    marks.flatMap((mark) => (mark.kind === 'impossible' ? [{ at, rule: mark.rule }] : [])),
  )
}

/** What the observer says of a trace, segment by segment. */
export function observed(trace: readonly Passed[]): readonly Observation[] {
  return [...observeConnection(trace)]
}

/** The states that a peer can be in once the last segment of a trace has passed, and nothing else is known. */
export function possibleAfter(trace: readonly Passed[], peer: Side): readonly State[] {
  return bothAfter(trace)[peer]
}

const seen = new Map<string, Readonly<Record<Side, readonly State[]>>>()

/** The same of both peers; remembered by what the segments say, for several paths begin alike. */
export function bothAfter(trace: readonly Passed[]): Readonly<Record<Side, readonly State[]>> {
  const key = trace.map(({ from, segment }) => `${from} ${formatSegment(segment)}`).join(' ')
  const known = seen.get(key)
  if (known !== undefined) return known
  const last = observed(trace).at(-1)
  const both =
    last === undefined
      ? { A: [], B: [] }
      : last.passed.from === 'A'
        ? { A: last.sender, B: last.receiver }
        : { A: last.receiver, B: last.sender }
  if (seen.size < mostSeen) seen.set(key, both)
  return both
}

/** Fresh numbers make traces that nobody asks about again. */
const mostSeen = 200

/** The rules that a trace can break, each by its name in ids. */
export const brokenRules = Object.keys(broken) as readonly Broken[]
