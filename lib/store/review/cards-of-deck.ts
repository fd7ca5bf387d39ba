import 'server-only'
import type { Deck } from '../../review/deck'
import { factIdsOf } from './fact-ids-of'

/** A condition on the cards `c` of @userId that lie in a deck, and the values of its parameters. */
export type DeckCards = { readonly condition: string; readonly values: Readonly<Record<string, string>> }

const ofNotes = (which: string) =>
  ` AND c."noteId" IN (SELECT n.id FROM "Note" n WHERE n."userId" = @userId AND n."deletedAt" IS NULL AND ${which})`

/** The condition by which a learner's cards lie in a deck. A deck of somebody else's holds none of theirs. */
export function cardsOfDeck(deck: Deck): DeckCards {
  switch (deck.kind) {
    case 'all':
      return { condition: '', values: {} }
    case 'set': {
      const factIds = JSON.stringify(factIdsOf(deck.set))
      return { condition: ' AND c."factId" IN (SELECT value FROM json_each(@factIds))', values: { factIds } }
    }
    case 'mine':
      return { condition: ofNotes('n."deckId" IS NULL'), values: {} }
    case 'own':
      return { condition: ofNotes('n."deckId" = @deckId'), values: { deckId: deck.id } }
  }
}
