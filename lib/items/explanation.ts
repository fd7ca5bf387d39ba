import { canon, type Machine } from '../misconceptions/machine'
import { applyMutant } from '../misconceptions/mutant'
import type { Emission } from '../tcp/emissions'
import { checks } from '../tcp/event-processing/checks'
import type { EventName } from '../tcp/events'
import type { NotAStateReason } from '../tcp/names'
import type { Side } from '../tcp/peers/configuration'
import type { Timeline } from '../tcp/peers/timeline'
import { findRule, type Rule } from '../tcp/rules'
import type { Application, Run } from '../tcp/run'
import type { State } from '../tcp/states'
import { exemplify, type Situation } from './exemplify'
import type { Difference } from './nearest-rule'
import type { StatePair } from './state-pairs'

/**
 * Why an answer is right or wrong, without words: the right answer, the rule with its section, the run that proves
 * it, the step at which the given answer parts from the machine, and the smallest change of the situation that would
 * have made it right.
 */
export type Explanation = {
  /** The right options in the machine's words, or the right answer as it is written. */
  readonly key: readonly string[]
  readonly cite: string
  /** The rule of the grid that decides, where one does. */
  readonly rule: string | null
  readonly run: Run | null
  /** For a question about a path: where to look in its diagram. */
  readonly path: { readonly name: string; readonly line: number } | null
  /** A run of two peers that shows it, as a picture. */
  readonly timeline: Timeline | null
  readonly parting: Parting | null
  readonly change: Change | null
}

export type Parting =
  /** The check of event processing that decided otherwise. */
  | { readonly kind: 'check'; readonly application: Application }
  /** The event chosen leads there, not where was asked. */
  | { readonly kind: 'leads to'; readonly state: string; readonly rule: string }
  /** The place in the order, from 1, that is the first wrong one. */
  | { readonly kind: 'position'; readonly position: number }
  /** The place in a capture, from 1, of the first segment that no run explains. */
  | { readonly kind: 'unexplained'; readonly position: number }
  /** The first gap, from 1, that is filled wrongly, and the first field in which its segment is wrong; null: none was put. */
  | { readonly kind: 'gap'; readonly gap: number; readonly field: 'SEQ' | 'ACK' | 'CTL' | null }
  /** The way that was chosen leads elsewhere, or there in more steps than the shortest. */
  | { readonly kind: 'ends in'; readonly state: State; readonly cite: string }
  | { readonly kind: 'longer'; readonly steps: number; readonly least: number }
  /** The first field in which a segment as it is written is wrong. */
  | { readonly kind: 'field'; readonly field: 'SEQ' | 'ACK' | 'CTL' }
  /** The field whose number is wrong, where the right one comes from, and what it is; null: there is no ACK. */
  | {
      readonly kind: 'number'
      readonly field: 'SEQ' | 'ACK'
      readonly source: NumberSource
      readonly value: number | null
    }
  /** The statements misjudged. */
  | { readonly kind: 'statements'; readonly ids: readonly string[] }
  /** The chosen segment of a trace can be sent: its number, from 1, and what its sender can be in then. */
  | { readonly kind: 'sendable'; readonly number: number; readonly peer: Side; readonly states: readonly State[] }
  /** That event changes nothing in this state. */
  | { readonly kind: 'stays'; readonly on: EventName; readonly state: State }
  /** States that were left out of a set, and states that do not belong to it. */
  | { readonly kind: 'set'; readonly missed: readonly State[]; readonly extra: readonly State[] }
  /** The pair of states that was chosen, which occurs where the right one does not, or the other way round. */
  | { readonly kind: 'pair'; readonly pair: StatePair }
  /** What the chosen name means. */
  | { readonly kind: 'names'; readonly state: State }
  /** A tool's name for the right state, where the RFC's was asked for. */
  | { readonly kind: 'spelling'; readonly typed: string; readonly state: State }
  /** What was typed looks like a state and is none, for this reason; null: it is no name of a state anywhere. */
  | { readonly kind: 'not a state'; readonly why: NotAStateReason | null }

export type Change =
  | { readonly kind: 'rule'; readonly difference: Difference }
  /** The same question about this state. */
  | { readonly kind: 'state'; readonly state: string }
  /** If the arriving segment had carried so much text. */
  | { readonly kind: 'text'; readonly len: number }
  /** If SND.NXT or RCV.NXT had been this. */
  | { readonly kind: 'variable'; readonly variable: 'SND.NXT' | 'RCV.NXT'; readonly value: number }

/** Where the number in a field of a sent segment comes from (3.10.7, 3.4). */
export type NumberSource =
  | 'ISS'
  | 'SND.NXT'
  | 'SEG.ACK'
  | 'zero'
  | 'RCV.NXT'
  | 'RCV.NXT after'
  | 'SEG.SEQ+SEG.LEN'
  | 'none'

/** What every explanation starts from. */
export function explanation(parts: Pick<Explanation, 'key' | 'cite'> & Partial<Explanation>): Explanation {
  return { rule: null, run: null, path: null, timeline: null, parting: null, change: null, ...parts }
}

const setting = { profile: 'rfc9293', iss: 300 } as const

/** The run of a situation on a machine. Where an ISS is selected it is 300, unless another is given. */
export function runBy(machine: Machine, { tcb, event }: Situation, iss: number = setting.iss): Run {
  return machine.run({ ...setting, iss }, tcb, event)
}

/** By what forms a machine sends in a situation. */
export function sentBy(machine: Machine, { tcb, event }: Situation): readonly Emission[] {
  return machine.sent(setting, tcb, event)
}

/** The canon's run of a situation. Where an ISS is selected it is 300, as peer B's in the RFC's figures. */
export function runOf({ tcb, event }: Situation, iss: number | undefined = setting.iss): Run {
  return runBy(canon, { tcb, event }, iss)
}

const exemplary = new Map<string, Run>()

/** The run of the situation that exemplifies a rule; run once, for many items ask where a rule leads. */
export function runOfRule(rule: Rule): Run {
  const known = exemplary.get(rule.id)
  if (known !== undefined) return known
  const done = runOf(exemplify(rule))
  exemplary.set(rule.id, done)
  return done
}

/** Where a rule leads on a machine, in the situation that exemplifies it. */
export function leadsTo(rule: Rule, machine: Machine): State {
  return applyMutant(rule, machine.mutant)?.to ?? runOfRule(rule).end.state
}

/** The rule of a run's first move. */
export function ruleOf(done: Run): Rule {
  const rule = findRule(done.moves[0]?.rule ?? '')
  if (rule === undefined) throw new Error('A run without a rule')
  return rule
}

/**
 * The check at which a run parts from the run that would have given the other answer. Where the same event in the same
 * state could give it, that is the first check that the other run does not share; where it takes another event or another
 * state, the checks have nothing to do with each other, and it is the last, which decides this one.
 */
export function partingFrom(done: Run, difference: Difference | null): Parting | null {
  const own = done.moves.flatMap((move) => move.checks)
  const other = difference !== null && isSameEvent(difference) ? checksOf(difference.rule) : own
  const check = own.find((id, index) => other[index] !== id) ?? done.moves[0]?.checks.at(-1)
  return check === undefined ? null : { kind: 'check', application: { rule: check, cite: checks[check] } }
}

function isSameEvent({ state, on }: Difference): boolean {
  return state === null && on === null
}

/**
 * The one change of the situation that would have made the other answer right: other conditions, another event, or another
 * state. Null where state and event would both have to be others: that is another question.
 */
export function changeTo(difference: Difference | null): Change | null {
  if (difference === null) return null
  const { state, on, conditions } = difference
  return state !== null && (on !== null || conditions.length > 0) ? null : { kind: 'rule', difference }
}

function checksOf(ruleId: string): readonly string[] {
  const rule = findRule(ruleId)
  return rule === undefined ? [] : runOfRule(rule).moves.flatMap((move) => move.checks)
}
