import type { Event } from '@/lib/tcp/events'
import type { Configuration, InFlight, Side } from '@/lib/tcp/peers/configuration'
import { makeMove, type PeerMove, type Step } from '@/lib/tcp/peers/move'
import type { Segment } from '@/lib/tcp/segment'
import type { State } from '@/lib/tcp/states'
import { noTcb } from '@/lib/tcp/tcb'
import type { Passed } from './passed'

/** Where the capture is: what its side sends passes at once, what the other side sends may come later, yet in order. */
export type Point = 'A' | 'B' | 'middle' | 'both'

/** A run of two peers as a capture saw it, and what both truly were. */
export type Played = { readonly passed: readonly Passed[]; readonly truth: readonly Truth[] }

/** Of each segment that passed: the state of its sender when it sent it, and all states its receiver was in meanwhile. */
export type Truth = { readonly sender: State; readonly receiver: ReadonlySet<State> }

const names = { A: '10.0.0.1:40001', B: '10.0.0.2:80' } as const

/** Chance from a seed (mulberry32): a number from 0 to 1 with each call. */
export function chanceOf(seed: number): () => number {
  let at = seed
  return () => {
    at = (at + 0x6d2b79f5) | 0
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Sent = { readonly number: number; readonly side: Side; readonly segment: Segment; readonly state: State }

/** With the step in which it passed. */
type Caught = Sent & { readonly step: number }

/** One thing that happened at a side: which segment arrived, which left, and the state that it led to. */
type Happened = {
  readonly step: number
  readonly arrived: number | null
  readonly sent: readonly number[]
  readonly state: State
}

const opensPassively: Event = { kind: 'call', call: 'OPEN', mode: 'passive', remote: true }
const opensActively: Event = { kind: 'call', call: 'OPEN', mode: 'active', remote: true }

/** Plays two peers at random over a channel that loses, duplicates and reorders behind the point of capture. */
export function play(seed: number, point: Point, steps: number): Played {
  const chance = chanceOf(seed)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)]
  const number = () => Math.floor(chance() * 2 ** 32)
  let at: Configuration = {
    A: noTcb,
    B: noTcb,
    incarnations: { A: 0, B: 0 },
    iss: { A: number(), B: number() },
    flight: [],
    losses: 4,
    duplicates: 4,
  }
  const sentOf = new Map<Segment, Sent>()
  const log: Record<Side, Happened[]> = { A: [], B: [] }
  const waiting: Record<Side, Sent[]> = { A: [], B: [] }
  const captured: Caught[] = []
  let step = 0
  let count = 0
  const passOne = (side: Side) => {
    const sent = waiting[side].shift()
    if (sent !== undefined) captured.push({ ...sent, step })
  }
  const isPassed = ({ segment }: InFlight) => captured.some(({ number }) => number === sentOf.get(segment)?.number)
  const isInstant = (side: Side) => point === 'both' || point === side
  const note = (made: Step, side: Side, arrived: number | null) => {
    if (made.run === null) return
    const { moves, emits } = made.run
    for (const [index, { emits: sending, after }] of moves.entries()) {
      const sent = sending
        .filter((segment) => emits.includes(segment))
        .map((segment) => {
          const one: Sent = { number: count++, side, segment, state: after.state }
          sentOf.set(segment, one)
          waiting[side].push(one)
          return one.number
        })
      // What becomes due by it is sent after it has arrived.
      log[side].push({ step, arrived: index === 0 ? arrived : null, sent, state: after.state })
    }
    if (isInstant(side)) while (waiting[side].length > 0) passOne(side)
  }
  const callsOf = (side: Side): readonly PeerMove[] => {
    const call = (event: Event): PeerMove => ({ kind: 'call', side, call: event as Extract<Event, { kind: 'call' }> })
    const { state } = at[side]
    const other = side === 'A' ? 'B' : 'A'
    switch (state) {
      case 'CLOSED': {
        // Taken for granted: who answers a SYN was in LISTEN when it passed.
        const synAhead =
          at[other].state === 'SYN-SENT' ||
          at.flight.some(({ from, segment }) => from === other && segment.ctl.includes('SYN'))
        if (at.incarnations[side] > 2) return []
        return chance() < 0.5
          ? [call(opensActively)]
          : synAhead || waiting[other].length > 0
            ? []
            : [call(opensPassively)]
      }
      case 'LISTEN':
        return chance() < 0.1 ? [call(opensActively)] : []
      case 'SYN-SENT':
        return chance() < 0.3
          ? [{ kind: 'timeout', side, timeout: 'retransmission' }]
          : [call({ kind: 'call', call: 'SEND', len: 5 })]
      case 'TIME-WAIT':
        return chance() < 0.3 ? [{ kind: 'timeout', side, timeout: 'time-wait' }] : []
      default: {
        const fate = chance()
        if (fate < 0.04) return ['CLOSING', 'LAST-ACK'].includes(state) ? [] : [call({ kind: 'call', call: 'ABORT' })]
        if (fate < 0.3) return [call({ kind: 'call', call: 'CLOSE' })]
        if (fate < 0.6) return [{ kind: 'timeout', side, timeout: 'retransmission' }]
        return [call({ kind: 'call', call: 'SEND', len: 1 + Math.floor(chance() * 20) })]
      }
    }
  }
  for (; step < steps; step++) {
    for (const side of ['A', 'B'] as const) if (waiting[side].length > 0 && chance() < 0.5) passOne(side)
    const ready = at.flight.filter(isPassed)
    const segment = chance() < 0.65 ? pick(ready) : undefined
    const side = chance() < 0.5 ? 'A' : 'B'
    const move: PeerMove | undefined =
      segment === undefined
        ? pick(callsOf(side))
        : chance() < 0.1 && at.losses > 0
          ? { kind: 'lose', segment }
          : chance() < 0.1 && at.duplicates > 0
            ? { kind: 'duplicate', segment }
            : { kind: 'deliver', segment }
    if (move === undefined) continue
    const done = makeMove('rfc9293', at, move)
    if (move.kind === 'deliver') {
      note(done, move.segment.from === 'A' ? 'B' : 'A', sentOf.get(move.segment.segment)?.number ?? null)
    } else if (move.kind === 'call' || move.kind === 'timeout') note(done, move.side, null)
    at = done.after
    // The next connection is numbered anew.
    for (const one of ['A', 'B'] as const) {
      const opened = at.incarnations[one] > done.before.incarnations[one] || at[one].state === 'LISTEN'
      const usesIss = at[one].state === 'SYN-SENT' || at[one].state === 'SYN-RECEIVED'
      if ((opened && at[one].state !== 'LISTEN') || (usesIss && at.iss[one] === at[one].iss)) {
        at = { ...at, iss: { ...at.iss, [one]: number() } }
      }
    }
  }
  for (const side of ['A', 'B'] as const) while (waiting[side].length > 0) passOne(side)
  return { passed: captured.map(passedAs), truth: captured.map((_, index) => truthAt(captured, index, log)) }
}

function passedAs({ side, segment }: Sent, index: number): Passed {
  const to = side === 'A' ? 'B' : 'A'
  return { frame: index + 1, from: names[side], to: names[to], segment, window: null, scale: null, id: null }
}

/**
 * What the receiver was between its last segment that has passed and its next that has not, with what an arrival led to;
 * what leaves no trace in any later segment is given up and not told.
 */
function truthAt(captured: readonly Caught[], index: number, log: Readonly<Record<Side, readonly Happened[]>>): Truth {
  const sent = captured[index]
  if (sent === undefined) throw new Error(`Nothing passed at ${index}`)
  const side = sent.side === 'A' ? 'B' : 'A'
  const passed = new Set(captured.slice(0, index + 1).map(({ number }) => number))
  const receiver = new Set<State>()
  const events = log[side]
  const isAhead = (event: Happened) => event.sent.some((number) => !passed.has(number))
  // As the capture counts time, what has not passed has not been sent.
  const firstAhead = events.findIndex(isAhead)
  const now = events.findLastIndex((event) => event.step < sent.step)
  const from = firstAhead === -1 ? now : Math.min(now, firstAhead - 1)
  receiver.add(events[from]?.state ?? 'CLOSED')
  for (const [ahead, event] of events.slice(from + 1).entries()) {
    // 2 MSL are longer than what lies between two segments.
    const before = events[from + ahead]
    const began = events
      .slice(0, from + ahead + 1)
      .findLast(({ arrived, state }) => arrived !== null && state === 'TIME-WAIT')
    const isEarly = (began?.step ?? 0) >= (captured[index - 1]?.step ?? 0)
    if (before?.state === 'TIME-WAIT' && event.state === 'CLOSED' && isEarly) break
    if (event.arrived === null ? isAhead(event) : !passed.has(event.arrived)) break
    receiver.add(event.state)
    if (isAhead(event)) break
  }
  // Who listens again shows it by answering a SYN, and not at all before.
  const next = events.slice(from + 1).find((event) => event.sent.length > 0)
  const isAgain = events.slice(0, from + 1).some((event) => event.sent.length > 0)
  if (isAgain && (next === undefined || !['SYN-RECEIVED', 'SYN-SENT'].includes(next.state))) receiver.delete('LISTEN')
  return { sender: sent.state === 'LISTEN' ? 'CLOSED' : sent.state, receiver }
}
