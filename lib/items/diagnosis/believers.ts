import { type Machine, machineOf } from '../../misconceptions/machine'
import { misconceptions } from '../../misconceptions/misconceptions'

/** Who holds a belief, with the machine that they run. */
export type Believer = { readonly id: string; readonly machine: Machine }

/** A believer for each belief that is an edit of the machine, in the order of the survey. */
export const believers: readonly Believer[] = misconceptions.flatMap(({ id, mutant }) =>
  mutant === null ? [] : [{ id, machine: machineOf(mutant) }],
)

const byId = new Map(believers.map(({ id, machine }) => [id, machine]))

/** The beliefs that are an edit of the machine, by their ids. */
export const mutantIds: readonly string[] = [...byId.keys()]

/** The machine of who holds this belief; undefined where the belief is no mutant. */
export function findBeliever(id: string): Machine | undefined {
  return byId.get(id)
}
