import type { State } from '../../tcp/states'
import type { Situation } from '../exemplify'
import { changeTo, type Explanation, explanation, partingFrom, ruleOf, runOf } from '../explanation'
import { findNearestRule } from '../nearest-rule'
import { stateOption } from './state-options'

/** Explains where a situation leads, to somebody who answered `given` (null: nothing that is a state). */
export function explainState(situation: Situation, given: State | null): Explanation {
  const run = runOf(situation)
  const rule = ruleOf(run)
  const key = run.end.state
  const told = { key: [stateOption(key)], cite: rule.cite, rule: rule.id, run }
  if (given === null || given === key) return explanation(told)
  const difference = findNearestRule(rule, (other) => other.to === given)
  return explanation({
    ...told,
    parting: partingFrom(run, difference),
    change: changeTo(difference),
  })
}
