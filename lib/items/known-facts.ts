import { deriveBank } from './bank'
import type { Fact } from './item'

let derived: readonly Fact[] | undefined

/** Every fact of the bank, in its order; derived once. */
export function listFacts(): readonly Fact[] {
  derived ??= deriveBank().facts
  return derived
}

let byId: ReadonlyMap<string, Fact> | undefined

/** The fact with this id, or undefined where the machine has none such any more. */
export function findFact(id: string): Fact | undefined {
  byId ??= new Map(listFacts().map((fact) => [fact.id, fact]))
  return byId.get(id)
}
