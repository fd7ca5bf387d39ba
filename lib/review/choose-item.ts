/** What choosing needs of an item. */
type Candidate = { readonly id: string; readonly kind: string }

/**
 * The item that asks a card next: of the kind that asked it least often, and never the one that asked it last where there
 * is another. The same card in the same state gets the same item. Null where nothing asks the fact any more.
 */
export function chooseItem<I extends Candidate>(
  items: readonly I[],
  kindsMet: Readonly<Record<string, number>>,
  lastItemId: string | null,
): I | null {
  const others = items.filter(({ id }) => id !== lastItemId)
  const candidates = others.length === 0 ? items : others
  const met = ({ kind }: Candidate) => kindsMet[kind] ?? 0
  return candidates.reduce<I | null>((best, item) => (best === null || met(item) < met(best) ? item : best), null)
}
