import type { Event, Timeout } from '../events'
import type { Profile } from '../profiles'
import type { Run } from '../run'
import type { Segment } from '../segment'
import { noTcb } from '../tcb'
import { type Configuration, type InFlight, otherSide, type Side } from './configuration'
import { type Machine, machineOf } from './machine'

/**
 * What may happen next: a call or a timeout at one side, what the channel does with one segment in flight, a crash, by
 * which an endpoint forgets its TCB without a word, or a segment that turns up from an older connection.
 */
export type PeerMove =
  | { readonly kind: 'call'; readonly side: Side; readonly call: Extract<Event, { kind: 'call' }> }
  | { readonly kind: 'timeout'; readonly side: Side; readonly timeout: Timeout }
  | { readonly kind: 'deliver'; readonly segment: InFlight }
  | { readonly kind: 'lose'; readonly segment: InFlight }
  | { readonly kind: 'duplicate'; readonly segment: InFlight }
  | { readonly kind: 'crash'; readonly side: Side }
  | { readonly kind: 'inject'; readonly segment: InFlight }

/** A move made: where it led, and the run of the endpoint that took part, if one did. */
export type Step = {
  readonly move: PeerMove
  readonly before: Configuration
  readonly after: Configuration
  readonly run: Run | null
}

/** Makes a move. The move must be one that the configuration offers: its segment is in flight. */
export function makeMove(by: Profile | Machine, before: Configuration, move: PeerMove): Step {
  const machine = typeof by === 'string' ? machineOf(by) : by
  switch (move.kind) {
    case 'call':
      return atSide(machine, before, move, move.side, move.call)
    case 'timeout':
      return atSide(machine, before, move, move.side, { kind: 'timeout', timeout: move.timeout })
    case 'deliver': {
      const arrived = { ...before, flight: withoutOne(before.flight, move.segment) }
      const side = otherSide(move.segment.from)
      return { ...atSide(machine, arrived, move, side, arrival(move.segment.segment)), before }
    }
    case 'lose':
      return {
        move,
        before,
        after: { ...before, flight: withoutOne(before.flight, move.segment), losses: before.losses - 1 },
        run: null,
      }
    case 'duplicate':
      return {
        move,
        before,
        after: {
          ...before,
          flight: [...before.flight, { ...move.segment, copy: true }],
          duplicates: before.duplicates - 1,
        },
        run: null,
      }
    case 'crash':
      return { move, before, after: { ...before, [move.side]: noTcb }, run: null }
    case 'inject':
      return { move, before, after: { ...before, flight: [...before.flight, move.segment] }, run: null }
  }
}

/** The endpoint that an event came to; null where the network alone acted, or an endpoint forgot all. */
export function actingSide(move: PeerMove): Side | null {
  switch (move.kind) {
    case 'call':
    case 'timeout':
      return move.side
    case 'deliver':
      return otherSide(move.segment.from)
    case 'lose':
    case 'duplicate':
    case 'crash':
    case 'inject':
      return null
  }
}

function arrival(segment: Segment): Event {
  return { kind: 'segment', segment }
}

function withoutOne(flight: readonly InFlight[], gone: InFlight): readonly InFlight[] {
  const index = flight.indexOf(gone)
  return flight.filter((_, at) => at !== index)
}

function atSide(machine: Machine, before: Configuration, move: PeerMove, side: Side, event: Event): Step {
  const done = machine(before.iss[side], before[side], event)
  const opens = before[side].state === 'CLOSED' && done.end.state !== 'CLOSED'
  const incarnation = before.incarnations[side] + (opens ? 1 : 0)
  const sent = done.emits.map((segment): InFlight => ({ from: side, segment, incarnation, copy: false }))
  const after: Configuration = {
    ...before,
    [side]: done.end,
    incarnations: { ...before.incarnations, [side]: incarnation },
    flight: [...before.flight, ...sent],
  }
  return { move, before, after, run: done }
}
