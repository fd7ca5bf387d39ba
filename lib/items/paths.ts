import type { Event } from '../tcp/events'
import { type Configuration, otherSide, type Side } from '../tcp/peers/configuration'
import { makeMove, type PeerMove } from '../tcp/peers/move'
import { aggregated, type Run } from '../tcp/run'
import type { Segment } from '../tcp/segment'
import type { State } from '../tcp/states'
import { noTcb } from '../tcp/tcb'
import type { Topic } from './topics'

/**
 * The lives of a connection that everybody should know, each as a script for two peers; what is sent and which states
 * follow is what the machine makes of it. `A` and `B` name the figure's peers; `arrive A` delivers A's oldest segment.
 */
export type Cue =
  | `${Side} passive OPEN`
  | `${Side} ${'active OPEN' | 'CLOSE' | 'ABORT' | 'SEND' | 'TIME-WAIT TIMEOUT' | 'RETRANSMISSION TIMEOUT'}`
  | `arrive ${Side}`
  | `lose ${Side}`
  | 'arrive A, B CLOSE'

const handshake = ['B passive OPEN', 'A active OPEN', 'arrive A', 'arrive B', 'arrive A'] as const

const scripts = {
  handshake: { topic: 'open', cite: '3.5, Figure 6', skip: 0, cues: handshake },
  'normal-close': {
    topic: 'active close',
    cite: '3.6, Figure 12',
    skip: handshake.length,
    cues: [...handshake, 'A CLOSE', 'arrive A', 'arrive B', 'B CLOSE', 'arrive B', 'arrive A', 'A TIME-WAIT TIMEOUT'],
  },
  'three-segment-close': {
    topic: 'passive close',
    cite: '3.6, Figure 5 note 2',
    skip: handshake.length,
    cues: [...handshake, 'A CLOSE', 'arrive A, B CLOSE', 'arrive B', 'arrive A', 'A TIME-WAIT TIMEOUT'],
  },
  'simultaneous-open': {
    topic: 'simultaneous',
    cite: '3.5, Figure 7, MUST-10',
    skip: 0,
    cues: ['A active OPEN', 'B active OPEN', 'arrive B', 'arrive A', 'arrive B', 'arrive A'],
  },
  'simultaneous-close': {
    topic: 'simultaneous',
    cite: '3.6, Figure 13',
    skip: handshake.length,
    cues: [
      ...handshake,
      'A CLOSE',
      'B CLOSE',
      'arrive B',
      'arrive A',
      'arrive B',
      'arrive A',
      'A TIME-WAIT TIMEOUT',
      'B TIME-WAIT TIMEOUT',
    ],
  },
  refused: {
    topic: 'abort and reset',
    cite: '3.5.2, 3.10.7.1, 3.10.7.3 second',
    skip: 0,
    cues: ['A active OPEN', 'arrive A', 'arrive B'],
  },
  aborted: {
    topic: 'abort and reset',
    cite: '3.10.5, 3.10.7.4 second',
    skip: handshake.length,
    cues: [...handshake, 'A SEND', 'arrive A', 'arrive B', 'B ABORT', 'arrive B'],
  },
  'half-close': {
    topic: 'passive close',
    cite: '3.6.1',
    skip: handshake.length,
    cues: [
      ...handshake,
      'A CLOSE',
      'arrive A',
      'arrive B',
      'B SEND',
      'arrive B',
      'arrive A',
      'B CLOSE',
      'arrive B',
      'arrive A',
      'A TIME-WAIT TIMEOUT',
    ],
  },
  'lost-last-ack': {
    topic: 'TIME-WAIT and 2MSL',
    cite: '3.3.2, 3.10.8',
    skip: handshake.length,
    cues: [
      ...handshake,
      'A CLOSE',
      'arrive A',
      'arrive B',
      'B CLOSE',
      'arrive B',
      'lose A',
      'B RETRANSMISSION TIMEOUT',
      'arrive B',
      'arrive A',
      'A TIME-WAIT TIMEOUT',
    ],
  },
  'data-transfer': {
    topic: 'established',
    cite: '3.4, 3.10.7.4 seventh',
    skip: handshake.length,
    cues: [...handshake, 'A SEND', 'arrive A', 'arrive B', 'B SEND', 'arrive B', 'arrive A'],
  },
} as const satisfies Record<string, { topic: Topic; cite: string; skip: number; cues: readonly Cue[] }>

export type PathName = keyof typeof scripts

export const pathNames = Object.keys(scripts) as readonly PathName[]

/**
 * One line of a sequence diagram, as the RFC's figures have it: what happened, the segment that was sent or arrived
 * or was lost (if any), and the states after it.
 */
export type Line = {
  readonly cue: Cue
  /** The peer to whom it happened, and its run; null where the channel alone acted. */
  readonly actor: Side
  readonly run: Run | null
  readonly sent: readonly { readonly from: Side; readonly segment: Segment }[]
  readonly arrived: { readonly from: Side; readonly segment: Segment } | null
  readonly lost: { readonly from: Side; readonly segment: Segment } | null
  readonly A: State
  readonly B: State
}

export type Path = {
  readonly name: PathName
  readonly topic: Topic
  readonly cite: string
  readonly start: { readonly A: State; readonly B: State }
  readonly lines: readonly Line[]
}

/** Two peers before anything has happened; A and B select 100 and 300, as in the RFC's figures. */
export const nothingYet: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: 99,
  duplicates: 0,
}

/** The move that a cue asks for where the peers are. Throws where nothing of that peer is in flight. */
export function moveFor(at: Configuration, cue: Cue): PeerMove {
  const side: Side = cue.startsWith('A') || cue.endsWith(' A') ? 'A' : 'B'
  if (cue.startsWith('arrive') || cue.startsWith('lose')) {
    const segment = at.flight.find((flying) => flying.from === side)
    if (segment === undefined) throw new Error(`Nothing of ${side} in flight`)
    return { kind: cue.startsWith('arrive') ? 'deliver' : 'lose', segment }
  }
  const what = cue.slice(2)
  if (what === 'TIME-WAIT TIMEOUT') return { kind: 'timeout', side, timeout: 'time-wait' }
  if (what === 'RETRANSMISSION TIMEOUT') return { kind: 'timeout', side, timeout: 'retransmission' }
  return { kind: 'call', side, call: callFor(what) }
}

function callFor(what: string): Extract<Event, { kind: 'call' }> {
  switch (what) {
    case 'passive OPEN':
      return { kind: 'call', call: 'OPEN', mode: 'passive', remote: false }
    case 'active OPEN':
      return { kind: 'call', call: 'OPEN', mode: 'active', remote: true }
    case 'SEND':
      return { kind: 'call', call: 'SEND', len: 50 }
    case 'ABORT':
      return { kind: 'call', call: 'ABORT' }
    default:
      return { kind: 'call', call: 'CLOSE' }
  }
}

/** All cues of a path, from nothing open, and how many of them come before the path itself begins. */
export function scriptOf(name: PathName): { readonly cues: readonly Cue[]; readonly skip: number } {
  return scripts[name]
}

/** Runs a script on two peers and writes down what happens, line by line. */
function play(name: PathName): Path {
  const { topic, cite, skip } = scripts[name]
  const cues: readonly Cue[] = scripts[name].cues
  const lines: Line[] = []
  let at = nothingYet
  let from = { A: at.A.state, B: at.B.state }
  for (const [index, cue] of cues.entries()) {
    const { line, after } = playCue(at, cue)
    lines.push(line)
    at = after
    if (index < skip) from = { A: at.A.state, B: at.B.state }
  }
  return { name, topic, cite, start: from, lines: lines.slice(skip) }
}

function playCue(at: Configuration, cue: Cue): { readonly line: Line; readonly after: Configuration } {
  if (cue === 'arrive A, B CLOSE') return closeOnArrival(at, cue)
  const move = moveFor(at, cue)
  const { after, run } = makeMove('rfc9293', at, move)
  return { line: lineOf(cue, move, run, run?.emits ?? [], after), after }
}

/** B's user closes before B has sent the ACK of A's FIN: the FIN carries it (MUST-58), and three segments suffice. */
function closeOnArrival(at: Configuration, cue: Cue): { readonly line: Line; readonly after: Configuration } {
  const arrival = moveFor(at, 'arrive A')
  const first = makeMove('rfc9293', at, arrival)
  const second = makeMove('rfc9293', first.after, moveFor(first.after, 'B CLOSE'))
  const emits = aggregated([...(first.run?.emits ?? []), ...(second.run?.emits ?? [])])
  const flight = second.after.flight.filter((flying) => flying.from === 'A' || emits.includes(flying.segment))
  const after = { ...second.after, flight }
  return { line: lineOf(cue, arrival, second.run, emits, after), after }
}

function lineOf(cue: Cue, move: PeerMove, run: Run | null, emits: readonly Segment[], after: Configuration): Line {
  const actor = 'side' in move ? move.side : otherSide(move.segment.from)
  return {
    cue,
    actor,
    run,
    sent: emits.map((segment) => ({ from: actor, segment })),
    arrived: move.kind === 'deliver' ? { from: move.segment.from, segment: move.segment.segment } : null,
    lost: move.kind === 'lose' ? { from: move.segment.from, segment: move.segment.segment } : null,
    A: after.A.state,
    B: after.B.state,
  }
}

const played = Object.fromEntries(pathNames.map((name) => [name, play(name)])) as Record<PathName, Path>

/** The path with this name. Throws where there is none. */
export function selectPath(name: string): Path {
  const path = Object.hasOwn(played, name) ? played[name as PathName] : undefined
  if (path === undefined) throw new Error(`No path "${name}"`)
  return path
}

/** The states that one peer passes through, each once when entered. */
export function statesOf(path: Path, side: Side): readonly State[] {
  const states = [path.start[side], ...path.lines.map((line) => line[side])]
  return states.filter((state, index) => state !== states[index - 1])
}

/** The segments in the order in which they are sent. */
export function segmentsOf(path: Path): readonly { readonly from: Side; readonly segment: Segment }[] {
  return path.lines.flatMap((line) => line.sent)
}
