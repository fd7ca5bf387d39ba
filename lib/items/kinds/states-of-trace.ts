import type { Side } from '../../tcp/peers/configuration'
import { formatSegment } from '../../tcp/segment'
import { phaseOf, type State, states } from '../../tcp/states'
import { explanation, type Parting } from '../explanation'
import type { BodyOf, Item } from '../item'
import { type PathName, pathNames, selectPath } from '../paths'
import { randomFrom, seedOf, shuffled } from '../random'
import { bothAfter, figureIsns, possibleAfter, traceOf } from '../traces'
import type { Kind } from './kind'
import { stateIn, stateOption } from './state-options'

type Seen = Pick<BodyOf<'states-of-trace'>, 'path' | 'passed' | 'peer' | 'isns'>

/** What has passed when the question is asked, and nothing that comes later. */
export function passedSoFar({ path, passed, isns }: Pick<Seen, 'path' | 'passed' | 'isns'>) {
  return traceOf(path, isns).slice(0, passed)
}

/** The states that the peer can be in, by the observer. */
export function possibleStates(seen: Seen): readonly State[] {
  const known = observedOnce.get(seen)
  if (known !== undefined) return known
  const possible = possibleAfter(passedSoFar(seen), seen.peer)
  observedOnce.set(seen, possible)
  return possible
}

/** The observer is asked once for each body, though each of its options asks. */
const observedOnce = new WeakMap<Seen, readonly State[]>()

const offered: Kind<'states-of-trace'>['offered'] = (body) => body.options

const isRight: Kind<'states-of-trace'>['isRight'] = (body, option) => {
  const state = stateIn(option)
  return state !== null && possibleStates(body).includes(state)
}

/** The fewest options, and how many of them do not belong to the set at least. */
const fewest = 5
const wrongAtLeast = 2

/** The set, and states near it: those that the peer can be in later, those of the same phases, then the others. */
function optionsFor(set: readonly State[], later: readonly State[], seed: string): readonly string[] {
  const phases = set.map((state) => phaseOf[state])
  const akin = states.filter((state) => phases.includes(phaseOf[state]))
  const near = [...later, ...shuffled(akin, randomFrom(seedOf(seed)))]
  const wrong = [...new Set([...near, ...shuffled(states, randomFrom(seedOf(`${seed} others`)))])].filter(
    (state) => !set.includes(state),
  )
  return [...set, ...wrong.slice(0, Math.max(wrongAtLeast, fewest - set.length))].map(stateOption).sort()
}

type Asked = Item & { readonly body: BodyOf<'states-of-trace'> }

/** What somebody sees of a question, to ask nothing twice: several paths begin alike. */
function sightOf(seen: Seen): string {
  const lines = passedSoFar(seen).map(({ from, segment }) => `${from} ${formatSegment(segment)}`)
  return `${seen.peer}: ${lines.join(' ')}`
}

/** What can be known of both peers once so many segments of a path have passed, by that number. */
function setsAlong(path: PathName): readonly Sets[] {
  const whole = traceOf(path, figureIsns)
  return [noSets, ...whole.map((_, at) => bothAfter(whole.slice(0, at + 1)))]
}

type Sets = Readonly<Record<Side, readonly State[]>>

const noSets: Sets = { A: [], B: [] }

/** Where what has passed last changes what can be known of a peer. */
function sightsIn(path: PathName): readonly Asked[] {
  const sets = setsAlong(path)
  return sets.flatMap((now, passed) =>
    (['A', 'B'] as const).flatMap((peer) =>
      passed === 0 || now[peer].join() === sets[passed - 1]?.[peer].join()
        ? []
        : [ask(path, { path, passed, peer, isns: figureIsns }, sets)],
    ),
  )
}

let made: readonly Asked[] | undefined

/** The questions; the observer is asked once. */
function makeAll(): readonly Asked[] {
  if (made !== undefined) return made
  const known = new Set<string>()
  made = pathNames.flatMap(sightsIn).filter(({ body }) => {
    const sight = sightOf(body)
    const isNew = !known.has(sight)
    known.add(sight)
    return isNew
  })
  return made
}

function ask(path: PathName, seen: Seen, sets: readonly Sets[]): Asked {
  const { passed, peer } = seen
  const name = `${path}/${passed}/${peer}`
  const { start, topic } = selectPath(path)
  const set = sets[passed]?.[peer] ?? []
  const later = sets.slice(1).flatMap((one) => one[peer])
  return {
    id: `states-of-trace/${name}`,
    fact: `seen/${name}`,
    topic: start.A !== 'CLOSED' && passed < 4 ? 'open' : topic,
    level: set.length > 1 ? 3 : 2,
    body: { kind: 'states-of-trace', ...seen, options: [...optionsFor(set, later, name)] },
  }
}

/** The question behind a fact `seen/<path>/<passed>/<peer>`; undefined where there is none. */
export function findSight(factId: string): BodyOf<'states-of-trace'> | undefined {
  return makeAll().find(({ fact }) => fact === factId)?.body
}

/** So much of a trace has passed: which states can this peer be in? A set, since a capture can't know what has arrived. */
export const statesOfTrace: Kind<'states-of-trace'> = {
  kind: 'states-of-trace',
  control: 'several',
  offered,
  isRight,
  score: (body, answer) =>
    answer.form === 'several' &&
    answer.options.every((option) => body.options.includes(option)) &&
    body.options.every((option) => isRight(body, option) === answer.options.includes(option)),
  make: makeAll,
  explain: (body, answer) => {
    const key = body.options.filter((option) => isRight(body, option))
    const given = answer.form === 'several' ? answer.options : []
    return explanation({ key, cite: citeOf(body), parting: difference(key, given) })
  },
}

/** Where the RFC has what the segments of the path do. */
export function citeOf({ path }: { readonly path: string }): string {
  return selectPath(path).cite
}

function difference(key: readonly string[], given: readonly string[]): Parting | null {
  const named = (options: readonly string[]) => options.flatMap((option) => stateIn(option) ?? [])
  const missed = named(key.filter((option) => !given.includes(option)))
  const extra = named(given.filter((option) => !key.includes(option)))
  return missed.length + extra.length === 0 ? null : { kind: 'set', missed, extra }
}

/** The peer of a trace that has sent its segment number `passed`, from 1. */
export function senderOf({ path, passed, isns }: Pick<Seen, 'path' | 'passed' | 'isns'>): Side {
  return traceOf(path, isns)[passed - 1]?.from === 'A' ? 'A' : 'B'
}
