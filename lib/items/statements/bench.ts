import type { Machine } from '../../misconceptions/machine'
import { type Rule, rulesOf } from '../../tcp/rules'
import { type Connection, connectionBy } from './connection'
import { type Live, liveBy } from './endpoint'

/** What the experiments of statements are made with: endpoints, scripts and rules, as one machine has them. */
export type Bench = Connection & { readonly live: Live; readonly rules: readonly Rule[] }

const benches = new WeakMap<Machine, Bench>()

/** The bench of a machine; made once. */
export function benchOf(machine: Machine): Bench {
  const known = benches.get(machine)
  if (known !== undefined) return known
  const rules = rulesOf('rfc9293').map((rule) => ({ ...rule, ...machine.answer(rule) }))
  const bench = { ...connectionBy(machine), live: liveBy(machine), rules }
  benches.set(machine, bench)
  return bench
}
