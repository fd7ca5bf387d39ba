import { formatSegment } from '../segment'
import { noTcb, type Tcb } from '../tcb'
import type { InFlight, Side } from './configuration'
import { type Interned, interned } from './interned'
import type { Endpoint, Happening, OwnMove, World } from './world'

/** An end with its side, as a number: what it makes of an event is then a number, too. */
type Sided = Endpoint & { readonly side: Side }

/** What an event makes of an end: the number of the end that follows, and those of the segments it sends. */
export type Reaction = { readonly end: number; readonly emits: readonly number[]; readonly isSought: boolean }

/**
 * The ends, the segments and the moves of a search as numbers, and what the machine makes of them: `World.machine` is
 * asked once for each end and event, and what it said is looked up from then on.
 */
export type Reactions = {
  readonly ends: Interned<Sided>
  readonly flights: Interned<InFlight>
  readonly moves: Interned<OwnMove>
  /** What the end makes of a segment that arrives. */
  readonly onArrival: (end: number, flight: number) => Reaction
  /** What it makes of a call, a timeout or a crash of its own. */
  readonly onMove: (end: number, move: number) => Reaction
}

export function reactionsOf(world: World, isSought: (happening: Happening) => boolean): Reactions {
  const ends = interned<Sided>(({ side, incarnation, tcb }) => `${side}${incarnation}${keyOfTcb(tcb)}`)
  const flights = interned<InFlight>(keyOfFlight)
  const moves = interned<OwnMove>((move) => JSON.stringify(move))
  const react = (from: Sided, kind: Happening['kind'], segment: InFlight | null, move: OwnMove | null): Reaction => {
    const { end, emits } = outcomeOf(world, from, segment, move)
    const { side } = from
    const opens = from.tcb.state === 'CLOSED' && end.state !== 'CLOSED'
    const after = { side, tcb: end, incarnation: from.incarnation + (opens ? 1 : 0) }
    const sent = emits.map(
      (one): InFlight => ({ from: side, segment: one, incarnation: after.incarnation, copy: false }),
    )
    return {
      end: ends.idOf(after),
      emits: sent.map(flights.idOf),
      isSought: isSought({ side, kind, segment, before: from, after }),
    }
  }
  const arrivals: (Reaction | undefined)[][] = []
  const own: (Reaction | undefined)[][] = []
  return {
    ends,
    flights,
    moves,
    onArrival: (end, flight) => {
      const known = arrivals[end]?.[flight]
      if (known !== undefined) return known
      const made = react(ends.at(end), 'deliver', flights.at(flight), null)
      rowOf(arrivals, end)[flight] = made
      return made
    },
    onMove: (end, id) => {
      const known = own[end]?.[id]
      if (known !== undefined) return known
      const move = moves.at(id)
      const made = react(ends.at(end), move.kind, null, move)
      rowOf(own, end)[id] = made
      return made
    },
  }
}

function rowOf(table: (Reaction | undefined)[][], at: number): (Reaction | undefined)[] {
  while (table.length <= at) table.push([])
  return table[at] ?? []
}

function outcomeOf(world: World, from: Sided, segment: InFlight | null, move: OwnMove | null) {
  const iss = issAt(world, from.side, from)
  if (segment !== null) return world.machine(iss, from.tcb, { kind: 'segment', segment: segment.segment })
  if (move === null || move.kind === 'crash') return { end: noTcb, emits: [] }
  return world.machine(iss, from.tcb, move.kind === 'call' ? move.call : { kind: 'timeout', timeout: move.timeout })
}

/** The ISS that this end selects if it selects one now. */
export function issAt({ issOf, start }: World, side: Side, { tcb, incarnation }: Endpoint): number {
  return issOf?.(side, tcb.state === 'CLOSED' ? incarnation + 1 : incarnation) ?? start.iss[side]
}

function keyOfTcb(tcb: Tcb): string {
  const { state, opened, remote, iss, irs, sndUna, sndNxt, rcvNxt, rcvWnd } = tcb
  const { sendQueued, closeQueued, receiveQueued, receivesPending, held } = tcb
  const numbers = [iss, irs, sndUna, sndNxt, rcvNxt, rcvWnd, sendQueued, receiveQueued, receivesPending].join()
  return `${state} ${opened} ${remote} ${closeQueued} ${numbers} ${held.map(formatSegment).join('')}`
}

export function keyOfFlight({ from, incarnation, copy, segment }: InFlight): string {
  return `${from}${incarnation}${copy}${formatSegment(segment)}`
}
