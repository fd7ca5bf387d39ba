import type { Condition } from '../tcp/conditions'
import type { EventName } from '../tcp/events'
import { type Rule, rulesOf } from '../tcp/rules'
import type { State } from '../tcp/states'

/** What would have to be different for another rule to apply: conditions first, then the event, then the state. */
export type Difference = {
  /** The rule that would apply then. */
  readonly rule: string
  readonly state: State | null
  readonly on: EventName | null
  readonly conditions: readonly Condition[]
}

const canon = rulesOf('rfc9293').filter((rule) => rule.kind !== 'cannot occur')

/**
 * The rule that `isWanted` accepts and that differs least from `rule`, or null where there is none. A condition
 * counts 1, another event 3 (one more where a call stands for a segment), another state 6: whoever is wrong about one
 * condition is told that one.
 */
export function findNearestRule(rule: Rule, isWanted: (other: Rule) => boolean): Difference | null {
  let nearest: Rule | null = null
  let least = Number.POSITIVE_INFINITY
  for (const other of canon) {
    if (other === rule || !isWanted(other)) continue
    const costs = cost(rule, other)
    if (costs >= least) continue
    nearest = other
    least = costs
  }
  return nearest === null ? null : differenceOf(rule, nearest)
}

function cost(rule: Rule, other: Rule): number {
  const state = rule.from === other.from ? 0 : 6
  const sameSort = rule.on.startsWith('rcv') === other.on.startsWith('rcv')
  const event = rule.on === other.on ? 0 : sameSort ? 3 : 4
  return state + event + changedConditions(rule, other).length + (other.ambiguous === null ? 0 : 2)
}

function changedConditions(rule: Rule, other: Rule): readonly Condition[] {
  return other.when.filter((condition) => !rule.when.includes(condition))
}

function differenceOf(rule: Rule, other: Rule): Difference {
  return {
    rule: other.id,
    state: rule.from === other.from ? null : other.from,
    on: rule.on === other.on ? null : other.on,
    conditions: changedConditions(rule, other),
  }
}
