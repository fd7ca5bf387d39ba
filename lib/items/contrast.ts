import type { Broken } from '../observer/mark'
import { readStateName } from '../tcp/names'
import { findRule, type Rule, rulesOf } from '../tcp/rules'
import { findStateBySlug, type State } from '../tcp/states'
import type { Answer } from './answer'
import { brokenNamed, exampleOf } from './kinds/impossible-segment'
import { mirrorOf, pileNamed } from './kinds/socket-pile'
import { similarStates, stateIn } from './kinds/state-options'
import { type Difference, findNearestRule } from './nearest-rule'
import { pathNames, selectPath } from './paths'
import { findStatement, isTrue } from './statement-truth'
import { type Statement, statements } from './statements'
import { brokenRules } from './traces'

/** A fact beside the one that it is easiest confused with, without words. */
export type Contrast =
  /** Two rules with different outcomes, and what tells their situations apart. */
  | { readonly kind: 'rules'; readonly rule: Rule; readonly other: Rule; readonly difference: Difference }
  | { readonly kind: 'meanings'; readonly state: State; readonly other: State }
  | { readonly kind: 'paths'; readonly path: string; readonly other: string }
  /** A statement, and one of the same topic that is true where it is false, or false where it is true. */
  | { readonly kind: 'statements'; readonly statement: Statement; readonly other: Statement }
  /** Two rules that a trace can break. */
  | { readonly kind: 'broken'; readonly rule: Broken; readonly other: Broken }

/**
 * What to hold a fact against, so that the two are not taken for each other any more. `confused` is the state that the
 * learner answered instead, where they did; null where that is unknown. Null for what is no fact.
 */
export function contrastOf(factId: string, confused: State | null): Contrast | null {
  const [kind = '', name = '', to = ''] = factId.split('/')
  switch (kind) {
    case 'rule':
    case 'numbers':
      return contrastOfRule(findRule(factId.slice(kind.length + 1)), confused)
    case 'pair':
      return contrastOfPair(stateNamed(name), stateNamed(to), confused)
    case 'together':
    case 'way': {
      const [one, other] = [stateNamed(name), stateNamed(to)]
      if (one === undefined || other === undefined) return null
      return { kind: 'meanings', state: one, other: other === one ? otherThan(one, confused) : other }
    }
    case 'meaning': {
      const state = stateNamed(name)
      return state === undefined ? null : { kind: 'meanings', state, other: otherThan(state, confused) }
    }
    case 'pile': {
      const pile = pileNamed(name)
      return pile === undefined ? null : { kind: 'meanings', state: pile, other: mirrorOf(pile) }
    }
    case 'broken':
      return contrastOfBroken(name)
    case 'path':
    case 'seen':
      return { kind: 'paths', path: name, other: likest(name) }
    case 'statement':
      return contrastOfStatement(findStatement(name))
    default:
      return null
  }
}

/** The state that wrong answers name most often; null where none names one. */
export function confusedState(wrong: readonly Answer[]): State | null {
  const named = wrong.flatMap((answer) => stateAnswered(answer) ?? [])
  const count = (state: State) => named.filter((other) => other === state).length
  return named.reduce<State | null>((most, state) => (most === null || count(state) > count(most) ? state : most), null)
}

function stateAnswered(answer: Answer): State | null {
  if (answer.form === 'choice') return stateIn(answer.option)
  const read = answer.form === 'text' ? readStateName(answer.text) : null
  return read?.kind === 'state' ? read.state : null
}

/** The nearest rule that leads where the learner thought; else the nearest that leads elsewhere or sends something else. */
function contrastOfRule(rule: Rule | undefined, confused: State | null): Contrast | null {
  if (rule === undefined) return null
  const difference =
    (confused !== null && confused !== rule.to ? findNearestRule(rule, ({ to }) => to === confused) : null) ??
    findNearestRule(rule, (other) => other.to !== rule.to || other.emits.join() !== rule.emits.join())
  const other = findRule(difference?.rule ?? '')
  return difference === null || other === undefined ? null : { kind: 'rules', rule, other, difference }
}

/** Where one step joins the pair it is that step's rule; else the two states themselves. */
function contrastOfPair(from: State | undefined, to: State | undefined, confused: State | null): Contrast | null {
  if (from === undefined || to === undefined) return null
  const rule = rulesOf('rfc9293').find((one) => one.kind === 'transition' && one.from === from && one.to === to)
  return (
    contrastOfRule(rule, confused) ?? { kind: 'meanings', state: from, other: to === from ? otherThan(from, null) : to }
  )
}

function otherThan(state: State, confused: State | null): State {
  if (confused !== null && confused !== state) return confused
  const similar = similarStates(state, `of ${state}`).map(stateIn)
  return similar.find((other) => other !== null && other !== state) ?? 'CLOSED'
}

/** The path that shares the longest beginning of its cues, and of these the largest share of all its cues. */
function likest(name: string): string {
  const cues = selectPath(name).lines.map(({ cue }) => cue)
  const likeness = (other: string) => {
    const others = selectPath(other).lines.map(({ cue }) => cue)
    const parting = cues.findIndex((cue, index) => others[index] !== cue)
    const all = new Set([...cues, ...others])
    const both = [...all].filter((cue) => cues.includes(cue) && others.includes(cue))
    return (parting < 0 ? cues.length : parting) + both.length / all.size
  }
  const others = pathNames.filter((other) => other !== name)
  return others.reduce((best, other) => (likeness(other) > likeness(best) ? other : best))
}

function contrastOfStatement(statement: Statement | undefined): Contrast | null {
  if (statement === undefined) return null
  const opposite = statements.filter((other) => other.topic === statement.topic && isTrue(other) !== isTrue(statement))
  const near = opposite.find((other) => sectionOf(other) === sectionOf(statement)) ?? opposite[0]
  return near === undefined ? null : { kind: 'statements', statement, other: near }
}

/** The next rule that a trace of ours breaks. */
function contrastOfBroken(name: string): Contrast | null {
  const rule = brokenNamed(name)
  const asked = brokenRules.filter((one) => exampleOf(one) !== undefined)
  const other = rule === undefined ? undefined : asked[(asked.indexOf(rule) + 1) % asked.length]
  return rule === undefined || other === undefined || other === rule ? null : { kind: 'broken', rule, other }
}

const stateNamed = (name: string) => findStateBySlug(name.toLowerCase())

const sectionOf = ({ check }: Statement) => check.cite.split(/[ ,]/)[0]
