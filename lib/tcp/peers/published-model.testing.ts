import { type State, states } from '../states'
import { type Side, sides } from './configuration'

/**
 * Another model of the same RFC, transcribed for comparison: the TLA+ specification `tcp` of github.com/tlaplus/Examples
 * (specifications/tcp, Markus Kuppe, 2024), with the bounds of its MCtcp. Its actions are put in our words; names of
 * messages are its own. What sets it apart from the machine can be switched off, one by one.
 */
type Message = 'SYN' | 'SYN,ACK' | 'ACK' | 'FIN' | 'ACKofFIN' | 'RST'

type End = { readonly state: State; readonly hasTcb: boolean; readonly inbox: readonly Message[] }

type World = Readonly<Record<Side, End>>

export type Feature =
  /** Note 3, first half: whoever has a TCB may send RST in any state, and goes to TIME-WAIT. */
  | 'RST from any state to TIME-WAIT'
  /** Note 3, second half: RST takes any state to LISTEN or to CLOSED, as it pleases. */
  | 'RST to LISTEN or CLOSED'
  /** TIME-WAIT ends at any time, not after 2 MSL. */
  | 'TIME-WAIT ends at any time'

export const features = [
  'RST from any state to TIME-WAIT',
  'RST to LISTEN or CLOSED',
  'TIME-WAIT ends at any time',
] as const satisfies readonly Feature[]

/** An action on one message at the head of the inbox: what follows, and what is sent. */
type Arrival = readonly [in_: State, head: Message, to: State, sends: Message | null]

const arrivals: readonly Arrival[] = [
  ['LISTEN', 'SYN', 'SYN-RECEIVED', 'SYN,ACK'],
  ['SYN-SENT', 'SYN', 'SYN-RECEIVED', 'SYN,ACK'],
  ['SYN-SENT', 'SYN,ACK', 'ESTABLISHED', 'ACK'],
  ['SYN-RECEIVED', 'RST', 'LISTEN', null],
  ['SYN-RECEIVED', 'ACK', 'ESTABLISHED', null],
  ['ESTABLISHED', 'FIN', 'CLOSE-WAIT', 'ACKofFIN'],
  ['FIN-WAIT-1', 'FIN', 'CLOSING', 'ACKofFIN'],
  ['FIN-WAIT-1', 'ACKofFIN', 'FIN-WAIT-2', null],
  ['FIN-WAIT-2', 'FIN', 'TIME-WAIT', 'ACKofFIN'],
  ['CLOSING', 'ACKofFIN', 'TIME-WAIT', null],
  ['LAST-ACK', 'ACKofFIN', 'CLOSED', null],
]

const closes: readonly (readonly [in_: State, to: State, sends: Message | null])[] = [
  ['SYN-SENT', 'CLOSED', null],
  ['LISTEN', 'CLOSED', null],
  ['SYN-RECEIVED', 'FIN-WAIT-1', 'FIN'],
  ['ESTABLISHED', 'FIN-WAIT-1', 'FIN'],
  ['CLOSE-WAIT', 'LAST-ACK', 'FIN'],
]

type Changed = { readonly to: State; readonly sends: Message | null; readonly takes: number; readonly hasTcb: boolean }

function changesOf(own: End, other: End, on: ReadonlySet<Feature>): readonly Changed[] {
  const { state, hasTcb, inbox } = own
  const [head, second] = inbox
  const changed: Changed[] = []
  const add = (to: State, sends: Message | null, takes: number, tcb = hasTcb) =>
    changed.push({ to, sends, takes, hasTcb: tcb })
  for (const [from, to, sends] of closes) if (from === state) add(to, sends, 0, to !== 'CLOSED' && hasTcb)
  for (const [from, message, to, sends] of arrivals) if (from === state && message === head) add(to, sends, 1)
  // Note 2: FIN and the ACK of one's own, one behind the other, are taken together.
  if (state === 'FIN-WAIT-1' && head === 'FIN' && second === 'ACKofFIN') add('TIME-WAIT', 'ACKofFIN', 2)
  const isOver = on.has('TIME-WAIT ends at any time') || isTwoMslOver(own, other)
  if (state === 'TIME-WAIT' && hasTcb && isOver) add('CLOSED', null, 0, false)
  if (hasTcb && on.has('RST from any state to TIME-WAIT')) add('TIME-WAIT', 'RST', 0)
  if (head === 'RST' && on.has('RST to LISTEN or CLOSED')) {
    add('LISTEN', null, 1)
    add('CLOSED', null, 1)
  }
  return changed
}

/** As our models have 2 MSL: nothing is in flight, and the other end waits for no acknowledgment. */
function isTwoMslOver(own: End, other: End): boolean {
  const waiting: readonly State[] = ['SYN-SENT', 'SYN-RECEIVED', 'FIN-WAIT-1', 'CLOSING', 'LAST-ACK']
  return own.inbox.length + other.inbox.length === 0 && !waiting.includes(other.state)
}

/** MCtcp's NoRetransmission: no two messages alike follow on each other. */
function isBounded({ A, B }: World): boolean {
  return [A, B].every(({ inbox }) => inbox.every((message, at) => message !== inbox[at + 1]))
}

function after(world: World, side: Side, { to, sends, takes, hasTcb }: Changed): World {
  const other = side === 'A' ? 'B' : 'A'
  const mine = { state: to, hasTcb, inbox: world[side].inbox.slice(takes) }
  const theirs = { ...world[other], inbox: sends === null ? world[other].inbox : [...world[other].inbox, sends] }
  return side === 'A' ? { A: mine, B: theirs } : { A: theirs, B: mine }
}

/** MCtcp's start: one end has asked, the other listens, and the SYN is on its way. */
const asking: End = { state: 'SYN-SENT', hasTcb: true, inbox: [] }
const listening: End = { state: 'LISTEN', hasTcb: true, inbox: ['SYN'] }

/** Explores it breadth-first: how many worlds, how deep, and which pairs of states, whichever end is in which. */
export function explorePublished(on: ReadonlySet<Feature>) {
  const starts: readonly World[] = [
    { A: asking, B: listening },
    { A: listening, B: asking },
  ]
  const seen = new Map(starts.map((world) => [JSON.stringify(world), world]))
  let depth = 0
  for (let layer = starts; layer.length > 0; depth++) {
    const next: World[] = []
    for (const world of layer) {
      for (const side of sides) {
        for (const changed of changesOf(world[side], world[side === 'A' ? 'B' : 'A'], on)) {
          const made = after(world, side, changed)
          const key = JSON.stringify(made)
          if (!isBounded(made) || seen.has(key)) continue
          seen.set(key, made)
          next.push(made)
        }
      }
    }
    layer = next
  }
  return { worlds: seen.size, depth, pairs: new Set([...seen.values()].map(({ A, B }) => pairOf(A.state, B.state))) }
}

/** A pair of states, whichever end is in which, in the order of states.ts. */
export function pairOf(one: State, other: State): string {
  return [one, other].sort((a, b) => states.indexOf(a) - states.indexOf(b)).join(', ')
}
