// How often per second one core takes a step of the machine, beside looking a state up in nested objects, which is as
// fast as a machine of plain JavaScript can be, and runs event processing with its proof.
import { exemplify } from '../lib/items/exemplify'
import { randomFrom, shuffled } from '../lib/items/random'
import { type EventName, eventNames } from '../lib/tcp/events'
import { observe } from '../lib/tcp/observe'
import { profiles } from '../lib/tcp/profiles'
import { rulesOf } from '../lib/tcp/rules'
import { run } from '../lib/tcp/run'
import { type State, states } from '../lib/tcp/states'
import { step } from '../lib/tcp/step'
import { coreRate } from './measure/core-rate'
import { report } from './measure/report'

const situations = rulesOf('rfc9293').map((rule) => exemplify(rule))

/** Each situation as `step` takes it, under each profile, in no order that a processor could foresee. */
const observed = profiles.flatMap((profile) =>
  situations.map(({ tcb, event }) => ({ profile, state: tcb.state, ...observe(profile, tcb, event) })),
)
const asked = shuffled([...observed, ...observed, ...observed], randomFrom(9293))

const next = Object.fromEntries(
  states.map((state) => [state, Object.fromEntries(eventNames.map((on) => [on, state]))]),
) as Record<State, Record<EventName, State>>

/** What was found goes here, so that no compiler leaves the finding out. */
let found: unknown

const lookups = coreRate(() => {
  for (const { state, on } of asked) found = next[state][on]
  return asked.length
})
const steps = coreRate(() => {
  for (const { profile, state, on, facts } of asked) found = step(profile, state, on, facts)
  return asked.length
})
const setting = { profile: 'rfc9293', iss: 300 } as const
const runs = coreRate(() => {
  for (const { tcb, event } of situations) found = run(setting, tcb, event)
  return situations.length
})
if (found === undefined) throw new Error('Nothing was measured')

report('step', [
  { name: 'plain lookup in nested objects', measured: lookups, unit: '/s' },
  { name: 'step', measured: steps, unit: '/s', target: { atLeast: 5_000_000 } },
  { name: 'step / plain lookup', measured: steps / lookups, unit: '' },
  { name: 'run: event processing with its proof', measured: runs, unit: '/s' },
])
