import type { Verdict } from '../tcp/peers/pairs'
import { findRule, type Rule } from '../tcp/rules'
import type { Run } from '../tcp/run'
import type { Segment } from '../tcp/segment'
import { findStateBySlug, type State, states } from '../tcp/states'
import { exemplify, type Situation } from './exemplify'
import { type NumberSource, runOf, runOfRule } from './explanation'
import type { BodyOf } from './item'
import { brokenNamed, exampleOf } from './kinds/impossible-segment'
import { numberSources, selectsIss } from './kinds/numbers'
import { answerToPair, ruleOfPair } from './kinds/possible'
import { pileNamed } from './kinds/socket-pile'
import { findSight } from './kinds/states-of-trace'
import { findFact } from './known-facts'
import { type Path, selectPath } from './paths'
import type { Piling } from './sockets'
import { findStatePair, type StatePair, verdictOn } from './state-pairs'
import { findStatement, isTrue } from './statement-truth'
import type { Statement } from './statements'
import type { Topic } from './topics'
import { shortestWays, type Way } from './ways'

/** What the two sides of a fact's card are about, without words. The answer is a run of the machine. */
export type Sides =
  | { readonly kind: 'meaning'; readonly topic: Topic; readonly state: State }
  | { readonly kind: 'rule'; readonly topic: Topic; readonly rule: Rule; readonly run: Run }
  | {
      readonly kind: 'numbers'
      readonly topic: Topic
      readonly rule: Rule
      readonly situation: Situation
      /** The ISS that is selected in the situation; null where none is. */
      readonly iss: number | null
      readonly sent: Segment
      readonly sources: { readonly seq: NumberSource; readonly ack: NumberSource }
    }
  | { readonly kind: 'path'; readonly topic: Topic; readonly path: Path }
  | { readonly kind: 'statement'; readonly topic: Topic; readonly statement: Statement; readonly holds: boolean }
  | {
      readonly kind: 'pair'
      readonly topic: Topic
      readonly from: State
      readonly to: State
      /** As the kind `possible` answers it: `yes:rule`, `via:state` or `never:`. */
      readonly answer: string
      readonly rule: Rule | null
    }
  /** A segment that no correct endpoint sends, in an example. */
  | { readonly kind: 'broken'; readonly topic: Topic; readonly body: BodyOf<'impossible-segment'> }
  /** A state in which sockets pile up. */
  | { readonly kind: 'pile'; readonly topic: Topic; readonly pile: Piling }
  /** So much of a trace, and the states that one of its peers can be in. */
  | { readonly kind: 'seen'; readonly topic: Topic; readonly body: BodyOf<'states-of-trace'> }
  /** The shortest ways from one state to another; the first is shown step by step. */
  | {
      readonly kind: 'way'
      readonly topic: Topic
      readonly from: State
      readonly to: State
      readonly ways: readonly Way[]
    }
  /** Whether two peers can be in these states at once. */
  | { readonly kind: 'together'; readonly topic: Topic; readonly pair: StatePair; readonly verdict: Verdict }

/** The sides of a fact; null where the machine has no such fact any more. */
export function findSides(factId: string): Sides | null {
  const fact = findFact(factId)
  if (fact === undefined) return null
  const { topic } = fact
  const [, name = '', other = ''] = factId.split('/')
  switch (fact.kind) {
    case 'meaning': {
      const state = findStateBySlug(name.toLowerCase())
      return state === undefined ? null : { kind: 'meaning', topic, state }
    }
    case 'rule': {
      const rule = findRule(name)
      return rule === undefined ? null : { kind: 'rule', topic, rule, run: runOfRule(rule) }
    }
    case 'numbers':
      return numbersSides(topic, name)
    case 'path':
      return { kind: 'path', topic, path: selectPath(name) }
    case 'statement': {
      const statement = findStatement(name)
      return statement === undefined ? null : { kind: 'statement', topic, statement, holds: isTrue(statement) }
    }
    case 'pair':
      return pairSides(topic, name, other)
    case 'broken': {
      const rule = brokenNamed(name)
      const body = rule === undefined ? undefined : exampleOf(rule)
      return body === undefined ? null : { kind: 'broken', topic, body }
    }
    case 'pile': {
      const pile = pileNamed(name)
      return pile === undefined ? null : { kind: 'pile', topic, pile }
    }
    case 'seen': {
      const body = findSight(factId)
      return body === undefined ? null : { kind: 'seen', topic, body }
    }
    case 'way': {
      const [from, to] = [name, other].map((one) => states.find((state) => state === one))
      return from === undefined || to === undefined
        ? null
        : { kind: 'way', topic, from, to, ways: shortestWays(from, to) }
    }
    case 'together': {
      const pair = findStatePair(`${name}+${other}`)
      return pair === null ? null : { kind: 'together', topic, pair, verdict: verdictOn(pair) }
    }
    default:
      return null
  }
}

/** The ISS that peer B selects in the RFC's figures. */
const figureIss = 300

function numbersSides(topic: Topic, ruleId: string): Sides | null {
  const rule = findRule(ruleId)
  if (rule === undefined) return null
  const situation = exemplify(rule)
  const [sent] = runOf(situation, figureIss).emits
  if (sent === undefined) return null
  const iss = selectsIss({ situation, iss: figureIss }) ? figureIss : null
  return { kind: 'numbers', topic, rule, situation, iss, sent, sources: numberSources(rule, situation) }
}

function pairSides(topic: Topic, one: string, another: string): Sides | null {
  const [from, to] = [one, another].map((name) => states.find((state) => state === name))
  if (from === undefined || to === undefined) return null
  const answer = answerToPair(from, to)
  return answer === null ? null : { kind: 'pair', topic, from, to, answer, rule: ruleOfPair(from, to, answer) ?? null }
}
