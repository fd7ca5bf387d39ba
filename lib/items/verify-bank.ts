import { rulesOf } from '../tcp/rules'
import type { Bank } from './bank'
import { type Flaw, verifyItem } from './verify'

export type BankReport = {
  readonly items: number
  readonly facts: number
  readonly byKind: Readonly<Record<string, number>>
  readonly flaws: readonly Flaw[]
  /** How many transitions Figure 5 draws, and in how many kinds the least asked of them is asked. */
  readonly drawn: number
  readonly kindsPerArrow: number
}

/** Proves a whole bank: every item, ids used once, and every arrow of Figure 5 asked in at least three kinds. */
export function verifyBank({ facts, items }: Bank): BankReport {
  const ids = items.map(({ id }) => id)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const byKind: Record<string, number> = {}
  for (const { body } of items) byKind[body.kind] = (byKind[body.kind] ?? 0) + 1
  const arrows = rulesOf('rfc9293').filter((rule) => rule.figure5)
  const asked = arrows.map((rule) => kindsOf(`${rule.from}>${rule.to}`, items))
  const thin = arrows.filter((_, index) => (asked[index] ?? 0) < 3)
  return {
    items: items.length,
    facts: facts.length,
    byKind,
    flaws: [
      ...items.flatMap(verifyItem),
      ...twice.map((item) => ({ item, what: 'has an id that another has' })),
      ...thin.map(({ id }) => ({ item: id, what: 'is asked in fewer than three kinds' })),
    ],
    drawn: new Set(arrows.map(({ from, to }) => `${from}>${to}`)).size,
    kindsPerArrow: Math.min(...asked),
  }
}

/** In how many kinds the change of state `from>to` is asked. */
function kindsOf(arrow: string, items: Bank['items']): number {
  const about = rulesOf('rfc9293').filter((rule) => `${rule.from}>${rule.to}` === arrow)
  const facts = new Set(about.map(({ id }) => `rule/${id}`))
  return new Set(items.filter(({ fact }) => facts.has(fact)).map(({ body }) => body.kind)).size
}
