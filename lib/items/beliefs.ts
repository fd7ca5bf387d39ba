import { misconceptions } from '../misconceptions/misconceptions'
import { applyMutant, type Answer as Believed } from '../misconceptions/mutant'
import type { Rule } from '../tcp/rules'

type Belief = { readonly id: string; readonly believed: Believed }

const held = new Map<string, readonly Belief[]>()

/** What each misconception that speaks of this rule would answer, by the misconception's id; worked out once. */
export function believedOf(rule: Rule): readonly Belief[] {
  const known = held.get(rule.id)
  if (known !== undefined) return known
  const beliefs = misconceptions.flatMap(({ id, mutant }) => {
    const believed = mutant === null ? null : applyMutant(rule, mutant)
    return believed === null ? [] : [{ id, believed }]
  })
  held.set(rule.id, beliefs)
  return beliefs
}
