import type { Configuration, InFlight } from './configuration'
import { runExperiment, worldOfExperiment } from './experiments'
import type { Exploration } from './explore'
import type { PeerMove, Step } from './move'
import { stepBy } from './space'
import { runTrial, type Trial, trials, worldOfTrial } from './trials'
import type { Scene, World } from './world'

/**
 * What is taken away, one by one: the wait of TIME-WAIT (twice, by what breaks), TIME-WAIT itself, the rule of RFC 1337
 * (which RFC 9293 does not have), and the rules of trials.ts.
 */
export const comparisons = ['lost last ACK', 'old duplicate', 'no TIME-WAIT', 'reset in TIME-WAIT', ...trials] as const

export type Comparison = (typeof comparisons)[number]

/** A shortest run in which something breaks, beside the same run with the rule in place. */
export type Compared = {
  readonly start: Configuration
  readonly broken: readonly Step[]
  readonly kept: readonly Step[]
  /** How many configurations were visited, all of them, to prove that nothing breaks with the rule. */
  readonly configurations: number
  readonly parting: Parting
}

/** The first step of the broken run, from 0, that the rule forbids or answers otherwise; `kept` is its place in that run. */
export type Parting =
  | { readonly kind: 'forbidden'; readonly broken: number }
  | { readonly kind: 'answered otherwise'; readonly broken: number; readonly kept: number }

type Pair = { readonly broken: Exploration; readonly kept: Exploration; readonly world: World }

function searchesOf(comparison: Comparison): Pair {
  switch (comparison) {
    case 'lost last ACK':
    case 'old duplicate':
      return {
        broken: runExperiment(comparison, 'none'),
        kept: runExperiment(comparison, '2 MSL'),
        world: worldOfExperiment(comparison, '2 MSL'),
      }
    case 'no TIME-WAIT':
      return {
        broken: runExperiment('lost last ACK', '2 MSL', { kind: 'no TIME-WAIT' }),
        kept: runExperiment('lost last ACK', '2 MSL'),
        world: worldOfExperiment('lost last ACK', '2 MSL'),
      }
    case 'reset in TIME-WAIT':
      return {
        broken: runExperiment(comparison, '2 MSL'),
        kept: runExperiment(comparison, '2 MSL', { kind: 'RST ignored in TIME-WAIT' }),
        world: worldOfExperiment(comparison, '2 MSL', { kind: 'RST ignored in TIME-WAIT' }),
      }
    default:
      return trialSearches(comparison)
  }
}

function trialSearches(trial: Trial): Pair {
  return { broken: runTrial(trial, 'broken'), kept: runTrial(trial, 'kept'), world: worldOfTrial(trial, 'kept') }
}

/** Compares the worlds with a rule and without. Throws where nothing breaks without it, or something with it. */
export function compare(comparison: Comparison): Compared {
  const { broken, kept, world } = searchesOf(comparison)
  if (broken.kind !== 'found' || kept.kind !== 'none') throw new Error(`"${comparison}" shows nothing`)
  return {
    start: world.start,
    broken: broken.steps,
    configurations: kept.configurations,
    ...nearestRun(world, broken.steps),
  }
}

/** The same moves in a world with the rule, but for those that it forbids and those that no longer have their segment. */
function nearestRun(world: World, broken: readonly Step[]): Pick<Compared, 'kept' | 'parting'> {
  const kept: Step[] = []
  let parting: Parting | null = null
  for (const [index, step] of broken.entries()) {
    const at = kept.at(-1)?.after ?? world.start
    const move = moveLike(world, at, step.move)
    if (move === null) parting ??= { kind: 'forbidden', broken: index }
    else {
      const made = stepBy(world, at, move)
      if (!isAlike(made, step)) parting ??= { kind: 'answered otherwise', broken: index, kept: kept.length }
      kept.push(made)
    }
  }
  if (parting === null) throw new Error('The rule changes nothing in the run that breaks without it')
  return { kept, parting }
}

function isAlike(one: Step, other: Step): boolean {
  const seen = ({ after, run }: Step) => JSON.stringify([after.A.state, after.B.state, run?.emits])
  return seen(one) === seen(other)
}

/** The move as this configuration offers it, or null. */
function moveLike(world: World, at: Configuration, move: PeerMove): PeerMove | null {
  if (!('segment' in move)) {
    const wanted = JSON.stringify(move)
    return world.moves(sceneOf(at)).some((one) => JSON.stringify(one) === wanted) ? move : null
  }
  const flying = at.flight.filter((one) => mayCome(world, at, one))
  const segment = flying.find((one) => isSame(one, move.segment)) ?? flying.find((one) => isOfKind(one, move.segment))
  return segment === undefined ? null : { ...move, segment }
}

/** In a channel that keeps the order the oldest of a side comes first; copies come at any time. */
function mayCome(world: World, { flight }: Configuration, one: InFlight): boolean {
  return !world.isOrdered || one.copy || flight.find(({ from, copy }) => from === one.from && !copy) === one
}

function isSame(one: InFlight, other: InFlight): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The same but for its numbers, which the rule may have made others. */
function isOfKind(one: InFlight, other: InFlight): boolean {
  const kind = ({ from, copy, segment: { ctl, len } }: InFlight) => JSON.stringify([from, copy, ctl, len])
  return kind(one) === kind(other)
}

function sceneOf({ A, B, incarnations, flight }: Configuration): Scene {
  return {
    A: { tcb: A, incarnation: incarnations.A },
    B: { tcb: B, incarnation: incarnations.B },
    isQuiet: flight.length === 0,
  }
}
