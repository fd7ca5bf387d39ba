import { beginScenario, grantWish, type Impossible, type Played } from './play-scenario'
import type { Scenario, Wish } from './wish'

/** A place in the tree of wishes: the wish that led here, from which place, and how things stand. */
export type Moment = {
  readonly wish: Wish | null
  readonly from: number | null
  readonly played: Played
}

/**
 * A tree of wishes. Nothing is ever taken out of it: who goes back and wishes something else begins a branch, and the
 * other stays.
 */
export type History = {
  readonly start: Scenario['start']
  readonly moments: readonly Moment[]
  /** The moment that is looked at. */
  readonly at: number
  /** The moments of the branch that is followed, from the start to its end; `at` is one of them. */
  readonly line: readonly number[]
}

/** The tree of one scenario, looked at its end. A wish that is impossible, and what comes after it, is left out. */
export function beginHistory(scenario: Scenario): { readonly history: History; readonly broken: Impossible | null } {
  const first: Moment = { wish: null, from: null, played: beginScenario(scenario) }
  let history: History = { start: scenario.start, moments: [first], at: 0, line: [0] }
  for (const wish of scenario.wishes) {
    const wished = wishFor(history, wish)
    if (wished.kind === 'impossible') return { history, broken: wished.why }
    history = wished.history
  }
  return { history, broken: null }
}

export type Wished =
  | { readonly kind: 'granted'; readonly history: History }
  | { readonly kind: 'impossible'; readonly why: Impossible }

/** Grants a wish at the moment that is looked at. Wished again where it was wished before, it is the same branch. */
export function wishFor(history: History, wish: Wish): Wished {
  const { moments, at } = history
  const known = moments.findIndex((one) => one.from === at && JSON.stringify(one.wish) === JSON.stringify(wish))
  if (known >= 0) return { kind: 'granted', history: goTo(history, known) }
  const granted = grantWish(selectMoment(history, at).played, wish)
  if (granted.kind === 'impossible') return granted
  const next: Moment = { wish, from: at, played: granted.played }
  const made = moments.length
  const line = [...history.line.slice(0, history.line.indexOf(at) + 1), made]
  return { kind: 'granted', history: { ...history, moments: [...moments, next], at: made, line } }
}

/** Looks at another moment; the branch that is followed changes where the moment is not on it. */
export function goTo(history: History, moment: number): History {
  if (history.line.includes(moment)) return { ...history, at: moment }
  return { ...history, at: moment, line: [...pathTo(history, moment), ...onwards(history, moment)] }
}

/** One wish back; the start stays where it is. */
export function undo(history: History): History {
  const { from } = selectMoment(history, history.at)
  return from === null ? history : { ...history, at: from }
}

/** One wish on, along the branch that is followed. */
export function redo(history: History): History {
  const next = history.line[history.line.indexOf(history.at) + 1]
  return next === undefined ? history : { ...history, at: next }
}

/** The moments to which a wish at this one has led, the first wished first. */
export function branchesAt({ moments }: History, moment: number): readonly number[] {
  return moments.flatMap(({ from }, index) => (from === moment ? [index] : []))
}

/** The scenario up to the moment that is looked at, as a link holds it. */
export function scenarioOf(history: History): Scenario {
  const wishes = pathTo(history, history.at).flatMap((moment) => selectMoment(history, moment).wish ?? [])
  return { start: history.start, profile: selectMoment(history, 0).played.profile, wishes }
}

export function selectMoment({ moments }: History, moment: number): Moment {
  const found = moments[moment]
  if (found === undefined) throw new Error(`No moment ${moment}`)
  return found
}

function pathTo(history: History, moment: number): readonly number[] {
  const path: number[] = []
  for (let at: number | null = moment; at !== null; at = selectMoment(history, at).from) path.unshift(at)
  return path
}

/** From a moment to the end of the branch that was begun last. */
function onwards(history: History, moment: number): readonly number[] {
  const next = branchesAt(history, moment).at(-1)
  return next === undefined ? [] : [next, ...onwards(history, next)]
}
