import type { Event } from '../tcp/events'
import { type Run, run } from '../tcp/run'
import type { ControlBit } from '../tcp/segment'
import { type State, states } from '../tcp/states'
import type { Tcb } from '../tcp/tcb'
import { endpoint, figureNumbers } from './exemplify'

/**
 * What can happen to an endpoint on its way: what its user calls, a segment that arrives in its turn, the end of 2 MSL.
 * `ACK` and `FIN,ACK` acknowledge all that the endpoint has sent, `FIN` nothing new. ABORT is left out: where it leads is
 * ambiguous (reset-issuer).
 */
export const doings = [
  'passive OPEN',
  'active OPEN',
  'CLOSE',
  'SYN',
  'SYN,ACK',
  'ACK',
  'FIN',
  'FIN,ACK',
  'RST',
  '2 MSL',
] as const

export type Doing = (typeof doings)[number]

/** One thing after the other. */
export type Way = readonly Doing[]

function eventFor(doing: Doing, tcb: Tcb): Event {
  switch (doing) {
    case 'passive OPEN':
      return { kind: 'call', call: 'OPEN', mode: 'passive', remote: false }
    case 'active OPEN':
      return { kind: 'call', call: 'OPEN', mode: 'active', remote: true }
    case 'CLOSE':
      return { kind: 'call', call: 'CLOSE' }
    case '2 MSL':
      return { kind: 'timeout', timeout: 'time-wait' }
    case 'SYN':
      return arrival(['SYN'], figureNumbers.theirs, null)
    case 'SYN,ACK':
      return arrival(['SYN', 'ACK'], figureNumbers.theirs, tcb.sndNxt)
    case 'ACK':
      return arrival(['ACK'], tcb.rcvNxt, tcb.sndNxt)
    case 'FIN':
      return arrival(['FIN', 'ACK'], tcb.rcvNxt, tcb.sndUna)
    case 'FIN,ACK':
      return arrival(['FIN', 'ACK'], tcb.rcvNxt, tcb.sndNxt)
    case 'RST':
      return arrival(['RST'], tcb.rcvNxt, null)
  }
}

function arrival(ctl: readonly ControlBit[], seq: number, ack: number | null): Event {
  return { kind: 'segment', segment: { seq, ack, ctl, len: 0 } }
}

const runs = new Map<string, Run>()

/** One step, made by the machine. Few situations come up, each of them often. */
function stepBy(doing: Doing, tcb: Tcb): Run {
  const key = `${doing} ${tcb.state} ${tcb.opened} ${tcb.sndUna} ${tcb.sndNxt} ${tcb.rcvNxt} ${tcb.held.length}`
  const known = runs.get(key)
  if (known !== undefined) return known
  const made = run({ profile: 'rfc9293', iss: figureNumbers.ours }, tcb, eventFor(doing, tcb))
  runs.set(key, made)
  return made
}

/** An endpoint in this state with nothing in doubt, and nothing waiting to be sent or read. */
function plainly(from: State): Tcb {
  return endpoint({ from, on: null }, [], figureNumbers)
}

/** The runs of a way from a state, one for each step. */
export function followWay(from: State, way: Way): readonly Run[] {
  let at = plainly(from)
  return way.map((doing) => {
    const made = stepBy(doing, at)
    at = made.end
    return made
  })
}

/** The state that a way leads to. */
export function endOfWay(from: State, way: Way): State {
  return followWay(from, way).at(-1)?.end.state ?? from
}

type Walk = { readonly at: Tcb; readonly way: Way }

/** No way within one connection is longer. */
const longest = 6

const walks = new Map<State, readonly Walk[]>()

/**
 * Every shortest way from a state to each endpoint that it can become, breadth-first; steps that change no state are no
 * steps here, and none that is ambiguous. An endpoint that has several shortest ways has them all.
 */
function walksFrom(from: State): readonly Walk[] {
  const known = walks.get(from)
  if (known !== undefined) return known
  const met = new Map<string, number>()
  const all: Walk[] = []
  let frontier: readonly Walk[] = [{ at: plainly(from), way: [] }]
  for (let depth = 0; frontier.length > 0 && depth <= longest; depth++) {
    for (const { at } of frontier) if (!met.has(keyOf(at))) met.set(keyOf(at), depth)
    all.push(...frontier)
    frontier = frontier.flatMap((walk) => onward(walk)).filter(({ at }) => !met.has(keyOf(at)))
  }
  walks.set(from, all)
  return all
}

function keyOf({ state, opened, sndUna, sndNxt, rcvNxt }: Tcb): string {
  return `${state} ${opened} ${sndUna} ${sndNxt} ${rcvNxt}`
}

/** What can come next, where it changes the state. */
function onward({ at, way }: Walk): readonly Walk[] {
  return doings.flatMap((doing) => {
    const made = stepBy(doing, at)
    if (made.ambiguous !== null || made.end.state === at.state) return []
    return [{ at: made.end, way: [...way, doing] }]
  })
}

/** The shortest ways from a state to another, all as long as each other; none where nothing leads there. */
export function shortestWays(from: State, to: State): readonly Way[] {
  const there = walksFrom(from).filter(({ at, way }) => at.state === to && way.length > 0)
  const least = Math.min(...there.map(({ way }) => way.length))
  return there.filter(({ way }) => way.length === least).map(({ way }) => way)
}

const byLength = new Map<string, readonly Walk[]>()

function walksOf(from: State, steps: number): readonly Walk[] {
  const id = `${from} ${steps}`
  const known = byLength.get(id)
  if (known !== undefined) return known
  const made = steps === 0 ? [{ at: plainly(from), way: [] }] : walksOf(from, steps - 1).flatMap(onward)
  byLength.set(id, made)
  return made
}

/** Every way of so many steps from a state, each of which changes the state. */
export function waysOf(from: State, steps: number): readonly { readonly way: Way; readonly to: State }[] {
  return walksOf(from, steps).map(({ at, way }) => ({ way, to: at.state }))
}

/** A way by its name, `CLOSE>ACK>FIN`; null where that names none. */
export function findWay(name: string | null): Way | null {
  const way = (name ?? '').split('>').map((part) => doings.find((doing) => doing === part))
  const known = way.filter((doing) => doing !== undefined)
  return known.length === way.length ? known : null
}

export function nameOfWay(way: Way): string {
  return way.join('>')
}

/** The pairs of states between which the shortest way takes two to four steps within one connection. */
export function pairsWithAWay(): readonly { readonly from: State; readonly to: State }[] {
  return states.flatMap((from) =>
    states
      .filter((to) => to !== from && to !== 'CLOSED' && to !== 'LISTEN')
      .filter((to) => {
        const [way] = shortestWays(from, to)
        return way !== undefined && way.length >= 2 && way.length <= 4 && !reopens(from, way)
      })
      .map((to) => ({ from, to })),
  )
}

/** Whether a way ends the connection and opens another. */
function reopens(from: State, way: Way): boolean {
  return followWay(from, way).some(({ end }) => end.state === 'CLOSED' || (from !== 'CLOSED' && end.state === 'LISTEN'))
}
