import type { Ambiguity } from './ambiguities'
import { type Condition, type FactSet, factSet, factsFor } from './conditions'
import { dispositions } from './dispositions'
import type { Emission } from './emissions'
import { type EventName, eventNames } from './events'
import { type Profile, profiles } from './profiles'
import type { Response } from './responses'
import type { DispositionKind, DispositionText, RuleText, TransitionText } from './rule'
import { type State, states } from './states'
import { transitions } from './transitions'
import { wordKey } from './word-key'

/**
 * One rule for one state and one event: a row of transitions.ts or dispositions.ts, with its lists spelt out.
 * `kind` is how a disposition disposes of the event, or `transition`.
 */
export type Rule = {
  /** Stable: it names what the rule is about, not where it stands in a table. */
  readonly id: string
  readonly from: State
  readonly on: EventName
  readonly when: readonly Condition[]
  readonly kind: DispositionKind | 'transition'
  readonly to: State
  readonly emits: readonly Emission[]
  readonly responses: readonly Response[]
  readonly cite: string
  readonly figure5: boolean
  readonly profiles: readonly Profile[]
  readonly ambiguous: Ambiguity | null
  /** For each condition of `when` the facts that satisfy it, as bits. */
  readonly masks: readonly FactSet[]
}

function spelt<T>(one: T | readonly T[]): readonly T[] {
  return Array.isArray(one) ? one : [one as T]
}

function ruleId(from: State, on: EventName, when: readonly Condition[], profile: Profile | null): string {
  const parts = [from, on, ...when].map(wordKey)
  return profile === null ? parts.join('.') : `${profile}:${parts.join('.')}`
}

function spellOut(text: RuleText, from: State, on: EventName, to: State): Omit<Rule, 'kind' | 'figure5'> {
  const when = text.when ?? []
  const inForce = text.profiles ?? profiles
  const canon = inForce.includes('rfc9293')
  return {
    id: ruleId(from, on, when, canon ? null : (inForce[0] ?? null)),
    from,
    on,
    when,
    to,
    emits: text.emits,
    responses: text.responses ?? [],
    cite: text.cite,
    profiles: inForce,
    ambiguous: text.ambiguous ?? null,
    masks: when.map((condition) => factSet(factsFor(condition))),
  }
}

function transitionRules(row: TransitionText): readonly Rule[] {
  return spelt(row.from).flatMap((from) =>
    spelt(row.on).map((on) => ({ ...spellOut(row, from, on, row.to), kind: 'transition', figure5: row.figure5 })),
  )
}

function dispositionRules(row: DispositionText): readonly Rule[] {
  return spelt(row.state).flatMap((from) =>
    spelt(row.on).map((on) => ({ ...spellOut(row, from, on, from), kind: row.kind, figure5: false })),
  )
}

/** Every rule of every profile: the transitions first, then the dispositions. */
export const rules: readonly Rule[] = [
  ...transitions.flatMap(transitionRules),
  ...dispositions.flatMap(dispositionRules),
]

/** The rules in force under a profile. */
export function rulesOf(profile: Profile): readonly Rule[] {
  return rules.filter((rule) => rule.profiles.includes(profile))
}

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]))

/** The rule with this id, or undefined where there is none. */
export function findRule(id: string): Rule | undefined {
  return byId.get(id)
}

type Grid = Readonly<Record<State, Readonly<Record<EventName, readonly Rule[]>>>>

/** A record with one entry for each key of a closed set. */
function recordOf<K extends string, V>(keys: readonly K[], value: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
}

function gridOf(profile: Profile): Grid {
  const inForce = rulesOf(profile)
  return recordOf(states, (from) =>
    recordOf(eventNames, (on) => inForce.filter((rule) => rule.from === from && rule.on === on)),
  )
}

/** For each profile, state and event: the rules of that cell. */
export const grids: Readonly<Record<Profile, Grid>> = recordOf(profiles, gridOf)
