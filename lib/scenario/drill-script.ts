import { otherSide, type Side } from '../tcp/peers/configuration'
import type { Step } from '../tcp/peers/move'
import { has, type Segment } from '../tcp/segment'
import { sequenceSpace } from '../tcp/sequence'
import type { Played } from './play-scenario'

/** The first numbers of both directions, by which the script counts: packetdrill gives a SYN the number 0. */
type Bases = { readonly own: number; readonly other: number }

/**
 * A run as a script in the style of packetdrill: one side is the stack under test, and what the other sends and the
 * network does is played to it. `>` leaves that side, `<` arrives there; what is lost on its way there is not played.
 * Numbers are relative to the first of each connection, modulo 2^32. A crash has no word in packetdrill, and is a comment.
 */
export function drillScript({ start, steps }: Played, side: Side): string {
  const lines = [
    `// The stack under test is ${side}. What arrives there is played by the script.`,
    ...opening(start[side].state),
  ]
  let bases: Bases = { own: start[side].iss, other: start[side].irs }
  for (const step of steps) {
    bases = basesAfter(step, side, bases)
    lines.push(...linesOf(step, side, bases))
  }
  return `${lines.join('\n')}\n`
}

function opening(state: string): readonly string[] {
  const socket = '+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3'
  return state === 'CLOSED' ? [socket] : [socket, `// Socket 3 is connected: ${state}.`]
}

function basesAfter({ move, after, before }: Step, side: Side, bases: Bases): Bases {
  const tcb = after[side].state === 'CLOSED' ? before[side] : after[side]
  const own = ['CLOSED', 'LISTEN'].includes(tcb.state) ? bases.own : tcb.iss
  const arrives = move.kind === 'deliver' && move.segment.from !== side ? move.segment.segment : null
  const other = arrives !== null && has(arrives, 'SYN') ? arrives.seq : bases.other
  return { own, other }
}

function linesOf(step: Step, side: Side, bases: Bases): readonly string[] {
  const { move, run } = step
  const isHere = 'side' in move ? move.side === side : move.kind === 'deliver' && move.segment.from === otherSide(side)
  if (!isHere) return []
  const leaves = (run?.emits ?? []).map((segment) => `+0 > ${written(segment, bases.own, bases.other)}`)
  switch (move.kind) {
    case 'call':
      return [callLine(move.call), ...answers(step), ...leaves]
    case 'timeout':
      return [`// ${move.timeout} timeout`, ...leaves.map((line) => line.replace('+0', '+1'))]
    case 'crash':
      return ['// The host crashes and reboots: socket 3 is gone.', '+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3']
    case 'deliver':
      return [`+0 < ${written(move.segment.segment, bases.other, bases.own)} win 65535`, ...leaves]
    case 'lose':
    case 'duplicate':
    case 'inject':
      return []
  }
}

function callLine(call: Extract<Step['move'], { kind: 'call' }>['call']): string {
  switch (call.call) {
    case 'OPEN':
      return call.mode === 'active' ? '+0 connect(3, ..., ...) = -1 EINPROGRESS' : '+0 listen(3, 1) = 0'
    case 'SEND':
      return `+0 write(3, ..., ${call.len}) = ${call.len}`
    case 'RECEIVE':
      return '+0 read(3, ..., 65535) = ...'
    case 'CLOSE':
      // Half of the connection alone: close() would give up what still arrives as well.
      return '+0 shutdown(3, SHUT_WR) = 0'
    case 'ABORT':
      return '+0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0\n+0 close(3) = 0'
    default:
      return `// ${call.call}`
  }
}

/** What the machine tells the caller has no number in errno, and stands as a comment. */
function answers({ run }: Step): readonly string[] {
  return (run?.responses ?? []).map(({ text }) => `// ${text}`)
}

const letters = [
  ['SYN', 'S'],
  ['FIN', 'F'],
  ['RST', 'R'],
  ['PSH', 'P'],
  ['URG', 'U'],
  ['ACK', '.'],
] as const

function written(segment: Segment, base: number, ackBase: number): string {
  const { seq, ack, len } = segment
  const first = relative(seq, base)
  const bits = letters.flatMap(([bit, letter]) => (has(segment, bit) ? [letter] : [])).join('')
  const acknowledged = ack === null ? '' : ` ack ${relative(ack, ackBase)}`
  return `${bits} ${first}:${(first + len) % sequenceSpace}(${len})${acknowledged}`
}

function relative(number: number, base: number): number {
  return (number - base + sequenceSpace) % sequenceSpace
}
