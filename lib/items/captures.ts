import type { Event } from '../tcp/events'
import { type Configuration, type InFlight, otherSide, type Side, sides } from '../tcp/peers/configuration'
import { makeMove, type PeerMove, type Step } from '../tcp/peers/move'
import { aggregated } from '../tcp/run'
import { formatSegment, type Segment } from '../tcp/segment'

/** Where segments are seen: at one of the peers, or half way between them. */
export const points = ['A', 'B', 'middle'] as const

export type Point = (typeof points)[number]

/** A segment as it is seen at a point. */
export type Seen = { readonly from: Side; readonly segment: Segment }

/**
 * What passes a point in a run of two peers, in order. At a peer what it sends passes as it is sent, and what it gets as
 * it arrives; half way every segment passes as soon as it is sent.
 */
export function seenAt(point: Point, steps: readonly Step[]): readonly Seen[] {
  return steps.flatMap(({ move, run }) => {
    const actor = 'side' in move ? move.side : 'segment' in move ? otherSide(move.segment.from) : null
    const arrived =
      move.kind === 'deliver' && point === actor ? [{ from: move.segment.from, segment: move.segment.segment }] : []
    if (actor === null || (point !== 'middle' && point !== actor)) return arrived
    return [...arrived, ...(run?.emits ?? []).map((segment) => ({ from: actor, segment }))]
  })
}

/** A segment that was seen, as text: `A <SEQ=100><CTL=SYN>`. */
export function nameOfSeen({ from, segment }: Seen): string {
  return `${from} ${formatSegment(segment)}`
}

/**
 * Where two peers may be while what was seen is gone through. On its way to the point a segment waits in `near`, after it
 * in `far`; both keep the order.
 */
type Place = {
  readonly at: Configuration
  readonly near: Readonly<Record<Side, readonly string[]>>
  readonly far: Readonly<Record<Side, readonly InFlight[]>>
  readonly passed: number
}

export type Capture = {
  readonly point: Point
  /** Where both peers are when it begins, with nothing in flight. */
  readonly start: Configuration
  /** Whether one segment was lost behind the point and sent again. */
  readonly lost: boolean
}

/**
 * How many segments of an order the machine can explain from the beginning: all of them where some run of two peers lets
 * exactly these pass the point in this order, with any calls of their users. Every segment arrives, in the order of
 * sending, but for the one that may be lost. Where not all can be, the next one is the first that no run explains; at
 * most one less than all where only the end is missing.
 */
export function explainedOf({ point, start, lost }: Capture, order: readonly Seen[]): number {
  const names = order.map(nameOfSeen)
  const search: Search = {
    point,
    names,
    lens: [...new Set(order.map(({ segment }) => segment.len))].filter((len) => len > 0),
  }
  const first: Place = {
    at: { ...start, losses: lost ? 1 : 0 },
    near: { A: [], B: [] },
    far: { A: [], B: [] },
    passed: 0,
  }
  const frontier: Place[] = [first]
  const known = new Set([keyOf(first)])
  let most = 0
  for (let place = frontier.pop(); place !== undefined; place = frontier.pop()) {
    if (place.passed > most) most = place.passed
    if (place.passed === names.length && isOver(place)) return names.length
    for (const next of nextOf(search, place)) {
      const key = keyOf(next)
      if (known.has(key)) continue
      known.add(key)
      frontier.push(next)
    }
  }
  return Math.min(most, names.length - 1)
}

type Search = { readonly point: Point; readonly names: readonly string[]; readonly lens: readonly number[] }

/** Nothing is on its way any more. */
function isOver({ near, far }: Place): boolean {
  return sides.every((side) => near[side].length === 0 && far[side].length === 0)
}

function keyOf({ at, near, far, passed }: Place): string {
  return JSON.stringify([at.A, at.B, at.incarnations, at.losses, near, far, passed])
}

function nextOf(search: Search, place: Place): readonly Place[] {
  return [
    ...sides.flatMap((side) => pass(search, place, side)),
    ...sides.flatMap((side) => arrive(search, place, side)),
    ...sides.flatMap((side) => callsAt(search, place, side).flatMap((move) => act(search, place, [move]))),
    ...sides.flatMap((side) => lose(place, side)),
  ]
}

/** Half way, the next of a side's segments passes the point. */
function pass({ names }: Search, place: Place, side: Side): readonly Place[] {
  const [first, ...rest] = place.near[side]
  const flying = place.at.flight.find(({ from, segment }) => from === side && nameOfSeen({ from, segment }) === first)
  if (first === undefined || flying === undefined || names[place.passed] !== first) return []
  return [
    {
      ...place,
      near: { ...place.near, [side]: rest },
      far: { ...place.far, [side]: [...place.far[side], flying] },
      passed: place.passed + 1,
    },
  ]
}

/** A side's oldest segment behind the point arrives; and its receiver may close before it sends the ACK (MUST-58). */
function arrive(search: Search, place: Place, from: Side): readonly Place[] {
  const [first, ...rest] = place.far[from]
  if (first === undefined) return []
  const name = nameOfSeen(first)
  const isSeen = search.point === otherSide(from)
  if (isSeen && search.names[place.passed] !== name) return []
  const after: Place = { ...place, far: { ...place.far, [from]: rest }, passed: place.passed + (isSeen ? 1 : 0) }
  const arrival: PeerMove = { kind: 'deliver', segment: first }
  const close: PeerMove = { kind: 'call', side: otherSide(from), call: { kind: 'call', call: 'CLOSE' } }
  return [...act(search, after, [arrival]), ...act(search, after, [arrival, close])]
}

/** What was lost passed the point before. */
function lose(place: Place, side: Side): readonly Place[] {
  const [first, ...rest] = place.far[side]
  if (first === undefined || place.at.losses === 0) return []
  const { after } = makeMove('rfc9293', place.at, { kind: 'lose', segment: first })
  return [{ ...place, at: after, far: { ...place.far, [side]: rest } }]
}

/** One or two moves of one peer, at once: what they send has to be what is seen next, or later, of that peer. */
function act({ point, names }: Search, place: Place, moves: readonly PeerMove[]): readonly Place[] {
  let at = place.at
  const emits: Segment[] = []
  let actor: Side = 'A'
  for (const move of moves) {
    const step = makeMove('rfc9293', at, move)
    actor = 'side' in move ? move.side : otherSide(move.segment.from)
    emits.push(...(step.run?.emits ?? []))
    const listens = at[actor].state === 'CLOSED' && step.after[actor].state === 'LISTEN'
    const isSilent = 'side' in move && step.run?.emits.length === 0 && !listens
    // A call that sends nothing now leaves no trace here; that of LISTEN alone matters.
    if (isSilent) return []
    at = step.after
  }
  const sent = aggregated(emits)
  const flying = at.flight.filter(({ segment }) => sent.includes(segment) || !emits.includes(segment))
  const own = flying.filter(({ from, segment }) => from === actor && sent.includes(segment))
  const titles = own.map(nameOfSeen)
  const later = names.slice(place.passed)
  const moved = { ...place, at: { ...at, flight: flying } }
  if (point === actor) {
    if (titles.some((title, index) => later[index] !== title)) return []
    return [
      { ...moved, passed: place.passed + titles.length, far: { ...place.far, [actor]: [...place.far[actor], ...own] } },
    ]
  }
  const waiting = point === 'middle' ? place.near[actor] : place.far[actor].map(nameOfSeen)
  const of = (title: string, all: readonly string[]) => all.filter((one) => one === title).length
  const isTooMany = titles.some((title) => of(title, [...waiting, ...titles]) > of(title, later))
  if (isTooMany) return []
  return point === 'middle'
    ? [{ ...moved, near: { ...place.near, [actor]: [...waiting, ...titles] } }]
    : [{ ...moved, far: { ...place.far, [actor]: [...place.far[actor], ...own] } }]
}

type Call = Extract<Event, { kind: 'call' }>

/** What the user of a side may do, and where something was lost, its retransmission timeout. */
function callsAt({ lens }: Search, { at }: Place, side: Side): readonly PeerMove[] {
  const call = (made: Call): PeerMove => ({ kind: 'call', side, call: made })
  const isNew = at[side].state === 'CLOSED'
  if (isNew) {
    if (at.incarnations[side] > 0) return []
    return [
      call({ kind: 'call', call: 'OPEN', mode: 'passive', remote: false }),
      call({ kind: 'call', call: 'OPEN', mode: 'active', remote: true }),
    ]
  }
  const isWaiting = at[side].sndUna !== at[side].sndNxt
  return [
    ...lens.map((len) => call({ kind: 'call', call: 'SEND', len })),
    call({ kind: 'call', call: 'CLOSE' }),
    call({ kind: 'call', call: 'ABORT' }),
    ...(isWaiting ? [{ kind: 'timeout', side, timeout: 'retransmission' } as const] : []),
  ]
}
