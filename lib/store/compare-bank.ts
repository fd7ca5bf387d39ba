import 'server-only'

/** An item as derived, its body already as the text of its column. */
export type ItemColumns = {
  readonly id: string
  readonly factId: string
  readonly kind: string
  readonly topic: string
  readonly level: number
  readonly body: string
}

export type ItemRow = ItemColumns & { readonly retiredAt: string | null; readonly retiredWhy: string | null }

export type ItemChanges = {
  readonly added: readonly ItemColumns[]
  /** Stored under the same id with other content. */
  readonly changed: readonly ItemColumns[]
  /** Ids of items that had been retired because they were not derived, and are derived again. */
  readonly returned: readonly string[]
  /** Ids of items that are no longer derived. */
  readonly retired: readonly string[]
}

/** Why seeding retires an item. Only what carries this reason comes back by itself. */
export const noLongerDerived = 'no longer derived from the machine'

/** Finds what must change so that the stored items become the derived ones. Nothing is ever removed. */
export function compareItems(stored: readonly ItemRow[], derived: readonly ItemColumns[]): ItemChanges {
  const before = new Map(stored.map((item) => [item.id, item]))
  const derivedIds = new Set(derived.map(({ id }) => id))
  return {
    added: derived.filter(({ id }) => !before.has(id)),
    changed: derived.filter((item) => differs(before.get(item.id), item)),
    returned: stored
      .filter(({ id, retiredWhy }) => derivedIds.has(id) && retiredWhy === noLongerDerived)
      .map(({ id }) => id),
    retired: stored.filter(({ id, retiredAt }) => !derivedIds.has(id) && retiredAt === null).map(({ id }) => id),
  }
}

const compared = ['factId', 'kind', 'topic', 'level', 'body'] as const

function differs(stored: ItemRow | undefined, derived: ItemColumns): boolean {
  return stored !== undefined && compared.some((column) => stored[column] !== derived[column])
}
