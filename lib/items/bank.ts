import type { Fact, Item } from './item'
import { makeItems } from './kinds/all'

/** Everything that can be asked: the facts, and the items that ask them. Derived; the same each time. */
export type Bank = { readonly facts: readonly Fact[]; readonly items: readonly Item[] }

export function deriveBank(): Bank {
  const items = makeItems()
  const facts = new Map<string, Fact>()
  for (const { fact, topic, level } of items) {
    const known = facts.get(fact)
    const [kind = ''] = fact.split('/')
    if (known === undefined || level < known.level) facts.set(fact, { id: fact, kind, topic, level })
  }
  return { facts: [...facts.values()], items }
}
