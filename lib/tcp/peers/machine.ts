import type { Event } from '../events'
import type { Profile } from '../profiles'
import { type Run, run } from '../run'
import type { SequenceNumber } from '../sequence'
import type { Tcb } from '../tcb'

/** What an endpoint makes of an event; `iss` is the ISS that it selects where it selects one. */
export type Machine = (iss: SequenceNumber, tcb: Tcb, event: Event) => Run

/** The machine itself, under a profile. */
export function machineOf(profile: Profile): Machine {
  return (iss, tcb, event) => run({ profile, iss }, tcb, event)
}
