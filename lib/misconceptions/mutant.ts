import { type Condition, type FactSet, factSet, factsFor } from '../tcp/conditions'
import type { Emission } from '../tcp/emissions'
import type { EventName } from '../tcp/events'
import type { Rule } from '../tcp/rules'
import type { State } from '../tcp/states'

/** One change to the grid: in this state, on this event, where these conditions hold, something else is believed. */
export type Edit = {
  readonly from: State
  readonly on: EventName
  /** All of these hold. Absent: always. */
  readonly when?: readonly Condition[]
  /** The state believed to follow. Absent: the right one. */
  readonly to?: State
  /** What is believed to be sent. Absent: the right thing. */
  readonly emits?: readonly Emission[]
}

/** The machine as the holder of a belief runs it: the canonical grid with these edits. */
export type Mutant = readonly Edit[]

/** What somebody says of a cell: the state that follows and what is sent. */
export type Answer = { readonly to: State; readonly emits: readonly Emission[] }

/**
 * What the believer would answer for this rule, or null where the belief says nothing of it. With the facts of a
 * situation, an edit counts where its conditions hold there; without, where they hold wherever the rule does.
 */
export function applyMutant(rule: Rule, mutant: Mutant, facts?: FactSet): Answer | null {
  const edit = mutant.find((one) => one.from === rule.from && one.on === rule.on && holds(one.when ?? [], rule, facts))
  return edit === undefined ? null : { to: edit.to ?? rule.to, emits: edit.emits ?? rule.emits }
}

function holds(when: readonly Condition[], rule: Rule, facts: FactSet | undefined): boolean {
  return when.every((condition) => {
    const mask = factSet(factsFor(condition))
    return facts === undefined ? rule.masks.some((own) => (own & ~mask) === 0) : (mask & facts) !== 0
  })
}
