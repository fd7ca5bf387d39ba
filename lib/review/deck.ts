import { type ReadySet, readySets } from './ready-sets'

/** What can be browsed, flipped and printed: everything, a ready set, own cards in no deck, or a deck of one's own. */
export type Deck =
  | { readonly kind: 'all' }
  | { readonly kind: 'set'; readonly set: ReadySet }
  | { readonly kind: 'mine' }
  | { readonly kind: 'own'; readonly id: string }

/** Reads the name of a deck in an address; null where it names none. */
export function findDeckByName(name: string): Deck | null {
  if (name === 'all' || name === 'mine') return { kind: name }
  const set = readySets.find((known) => known === name)
  if (set !== undefined) return { kind: 'set', set }
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name) ? { kind: 'own', id: name } : null
}

/** The name of a deck in an address. */
export function deckName(deck: Deck): string {
  switch (deck.kind) {
    case 'set':
      return deck.set
    case 'own':
      return deck.id
    default:
      return deck.kind
  }
}
