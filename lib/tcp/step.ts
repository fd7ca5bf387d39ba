import type { FactSet } from './conditions'
import type { EventName } from './events'
import type { Profile } from './profiles'
import { grids, type Rule } from './rules'
import type { State } from './states'

/**
 * One step of the machine on its rows: the rule for this state and event where these facts hold. The facts hold one
 * answer for each dimension of conditions.ts; `observe` finds them in a TCB and an event.
 */
export function step(profile: Profile, state: State, on: EventName, facts: FactSet): Rule {
  for (const rule of grids[profile][state][on]) {
    if (rule.masks.every((mask) => (mask & facts) !== 0)) return rule
  }
  throw new Error(`No rule for ${on} in ${state} under ${profile}`)
}
