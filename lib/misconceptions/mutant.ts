import { type Condition, type FactSet, factSet, factsFor } from '../tcp/conditions'
import type { Emission } from '../tcp/emissions'
import type { EventName } from '../tcp/events'
import type { ResponseText } from '../tcp/responses'
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
  /** What the caller is believed to be told. Absent: the right thing. */
  readonly told?: ResponseText
}

/** The machine as the holder of a belief runs it: the canonical one with these changes, of one sort or several. */
export type Mutant = {
  /** Changes to the grid. */
  readonly edits?: readonly Edit[]
  /** What a bare ACK, or a FIN, is believed to occupy of the sequence space (3.4: a bare ACK 0, a FIN 1). */
  readonly lengths?: { readonly ack?: 1; readonly fin?: 0 }
  /** Text that comes with a SYN is believed to be ignored. */
  readonly dropsTextOnSyn?: true
  /** The ACK of a FIN and a FIN of one's own are believed to need a segment each. */
  readonly separatesFin?: true
  /** Believed to happen to the peer as soon as the segment is sent: its arrival is not waited for. */
  readonly atOnce?: { readonly from: State; readonly to: State }
  /** The name that is believed to belong to the meaning of a state. */
  readonly label?: { readonly meaning: State; readonly name: State }
  /** What is believed to be written of durations, purposes and words: statements, and whether they are held true. */
  readonly readings?: Readonly<Record<string, boolean>>
}

/** What somebody says of a cell: the state that follows, what is sent, and what the caller hears where that is believed. */
export type Answer = { readonly to: State; readonly emits: readonly Emission[]; readonly told?: ResponseText }

/**
 * What the believer would answer for this rule, or null where the belief says nothing of it. With the facts of a
 * situation, an edit counts where its conditions hold there; without, where they hold wherever the rule does.
 */
export function applyMutant(rule: Rule, { edits = [] }: Mutant, facts?: FactSet): Answer | null {
  const edit = edits.find((one) => one.from === rule.from && one.on === rule.on && holds(one.when ?? [], rule, facts))
  if (edit === undefined) return null
  const told = edit.told === undefined ? {} : { told: edit.told }
  return { to: edit.to ?? rule.to, emits: edit.emits ?? rule.emits, ...told }
}

function holds(when: readonly Condition[], rule: Rule, facts: FactSet | undefined): boolean {
  return when.every((condition) => {
    const mask = factSet(factsFor(condition))
    return facts === undefined ? rule.masks.some((own) => (own & ~mask) === 0) : (mask & facts) !== 0
  })
}
