import type { Event, Timeout } from '../tcp/events'
import { type Configuration, type InFlight, otherSide, type Side } from '../tcp/peers/configuration'
import { makeMove, type PeerMove, type Step } from '../tcp/peers/move'
import type { Profile } from '../tcp/profiles'
import { aggregated, type Run } from '../tcp/run'
import { startOf, withFreshIss } from './start-of'
import { mostOctets, type Scenario, type Wish } from './wish'

/** Why a wish can't come true: of the network and the timers. What a call is told is the machine's own answer, and no refusal. */
const impossibles = [
  'no such segment',
  'not in flight',
  'held back',
  'held already',
  'not held',
  'no user timer',
  'no retransmission timer',
  'no TIME-WAIT timer',
  'nothing to forget',
  'no such length',
] as const

export type Impossible = (typeof impossibles)[number]

/** What the wishes so far have led to. */
export type Played = {
  readonly profile: Profile
  readonly start: Configuration
  readonly at: Configuration
  readonly steps: readonly Step[]
  /** For each wish the place of its step in `steps`; null where it held a segment back or let it go, which nobody sees. */
  readonly stepOf: readonly (number | null)[]
  /** Every segment that has left, in order: the one numbered 1 first. */
  readonly sent: readonly InFlight[]
  /** The numbers of those held back. */
  readonly held: readonly number[]
}

export type Granted =
  | { readonly kind: 'granted'; readonly played: Played }
  | { readonly kind: 'impossible'; readonly why: Impossible }

/** Before the first wish. */
export function beginScenario({ start, profile }: Pick<Scenario, 'start' | 'profile'>): Played {
  const at = startOf(start)
  return { profile, start: at, at, steps: [], stepOf: [], sent: [], held: [] }
}

/** Whether a segment, by its number, is still on its way. */
export function isInFlight({ at, sent }: Played, number: number): boolean {
  const segment = sent[number - 1]
  return segment !== undefined && at.flight.includes(segment)
}

/** Grants a wish, or says why it is impossible; nothing changes then. */
export function grantWish(played: Played, wish: Wish): Granted {
  switch (wish.kind) {
    case 'call':
      if (wish.call === 'SEND' && (wish.len < 1 || wish.len > mostOctets)) return impossible('no such length')
      return moved(played, { kind: 'call', side: wish.side, call: callOf(wish) })
    case 'timeout':
      return expire(played, wish)
    case 'crash':
      if (played.at[wish.side].state === 'CLOSED') return impossible('nothing to forget')
      return moved(played, { kind: 'crash', side: wish.side })
    case 'inject': {
      const segment: InFlight = { from: wish.from, segment: wish.segment, incarnation: 0, copy: false }
      return moved(played, { kind: 'inject', segment })
    }
    case 'deliver':
    case 'drop':
    case 'duplicate':
    case 'hold':
    case 'release':
      return onSegment(played, wish)
  }
}

/** All wishes of a scenario, one after the other; of the first that is impossible its place, from 0, and why. */
export function playScenario(
  scenario: Scenario,
):
  | { readonly kind: 'played'; readonly played: Played }
  | { readonly kind: 'impossible'; readonly place: number; readonly why: Impossible } {
  let played = beginScenario(scenario)
  for (const [place, wish] of scenario.wishes.entries()) {
    const granted = grantWish(played, wish)
    if (granted.kind === 'impossible') return { ...granted, place }
    played = granted.played
  }
  return { kind: 'played', played }
}

function impossible(why: Impossible): Granted {
  return { kind: 'impossible', why }
}

type CallWish = Extract<Wish, { kind: 'call' }>

function callOf(wish: CallWish): Extract<Event, { kind: 'call' }> {
  switch (wish.call) {
    case 'passive OPEN':
      return { kind: 'call', call: 'OPEN', mode: 'passive', remote: false }
    case 'active OPEN':
      return { kind: 'call', call: 'OPEN', mode: 'active', remote: true }
    case 'SEND':
      return { kind: 'call', call: 'SEND', len: wish.len }
    case 'RECEIVE':
    case 'CLOSE':
    case 'ABORT':
      return { kind: 'call', call: wish.call }
  }
}

const noTimer = {
  user: 'no user timer',
  retransmission: 'no retransmission timer',
  'time-wait': 'no TIME-WAIT timer',
} as const satisfies Record<Timeout, Impossible>

function expire(played: Played, { side, timeout }: Extract<Wish, { kind: 'timeout' }>): Granted {
  const step = makeMove(played.profile, played.at, { kind: 'timeout', side, timeout })
  const runs = step.run?.moves.every(({ checks }) => !checks.includes('timeout.not-running')) ?? false
  return runs ? stepped(played, step) : impossible(noTimer[timeout])
}

type OnSegment = Extract<Wish, { number: number }>

function onSegment(played: Played, wish: OnSegment): Granted {
  const segment = played.sent[wish.number - 1]
  if (segment === undefined) return impossible('no such segment')
  if (!played.at.flight.includes(segment)) return impossible('not in flight')
  const isHeld = played.held.includes(wish.number)
  switch (wish.kind) {
    case 'deliver':
      if (isHeld) return impossible('held back')
      return stepped(played, wish.closing ? closing(played, segment) : deliver(played, segment))
    case 'drop':
      return moved(played, { kind: 'lose', segment })
    case 'duplicate':
      return moved(played, { kind: 'duplicate', segment })
    case 'hold':
      return isHeld ? impossible('held already') : holding(played, [...played.held, wish.number])
    case 'release':
      if (!isHeld) return impossible('not held')
      return holding(
        played,
        played.held.filter((number) => number !== wish.number),
      )
  }
}

function holding(played: Played, held: readonly number[]): Granted {
  return { kind: 'granted', played: { ...played, held, stepOf: [...played.stepOf, null] } }
}

function moved(played: Played, move: PeerMove): Granted {
  return stepped(played, makeMove(played.profile, played.at, move))
}

function deliver({ profile, at }: Played, segment: InFlight): Step {
  return makeMove(profile, at, { kind: 'deliver', segment })
}

/** The segment arrives and the user closes before it is answered: the acknowledgments are aggregated (MUST-58). */
function closing(played: Played, segment: InFlight): Step {
  const first = deliver(played, segment)
  const side = otherSide(segment.from)
  const second = makeMove(played.profile, first.after, { kind: 'call', side, call: { kind: 'call', call: 'CLOSE' } })
  if (first.run === null || second.run === null) return first
  const run = joined(first.run, second.run)
  const stays = second.after.flight.slice(
    0,
    second.after.flight.length - first.run.emits.length - second.run.emits.length,
  )
  const sent = run.emits.map(
    (one): InFlight => ({ from: side, segment: one, incarnation: second.after.incarnations[side], copy: false }),
  )
  return { ...first, after: { ...second.after, flight: [...stays, ...sent] }, run }
}

function joined(first: Run, second: Run): Run {
  return {
    ...second,
    moves: [...first.moves, ...second.moves],
    emits: aggregated([...first.emits, ...second.emits]),
    responses: [...first.responses, ...second.responses],
    ambiguous: first.ambiguous ?? second.ambiguous,
  }
}

function stepped(played: Played, made: Step): Granted {
  const step = { ...made, after: freshened(made) }
  const known = new Set(made.before.flight)
  const left = step.after.flight.filter((segment) => !known.has(segment))
  return {
    kind: 'granted',
    played: {
      ...played,
      at: step.after,
      steps: [...played.steps, step],
      stepOf: [...played.stepOf, played.steps.length],
      sent: [...played.sent, ...left],
      held: played.held.filter((number) => {
        const segment = played.sent[number - 1]
        return segment !== undefined && step.after.flight.includes(segment)
      }),
    },
  }
}

/** Where a side has selected its ISS, the next it selects is another. */
function freshened({ before, after, run }: Step): Configuration {
  if (run === null) return after
  const selected = (side: Side) =>
    ['CLOSED', 'LISTEN'].includes(before[side].state) && !['CLOSED', 'LISTEN'].includes(after[side].state)
  return (['A', 'B'] as const).filter(selected).reduce(withFreshIss, after)
}
