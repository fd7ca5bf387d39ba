import 'server-only'
import { z } from 'zod'
import { listFacts } from '../../items/known-facts'
import type { Deck } from '../../review/deck'
import { database } from '../database'
import { findDeck, type OwnDeck } from '../notes/deck'
import { type Card, cardColumns, cardRow } from './card'
import { cardsOfDeck } from './cards-of-deck'
import { factIdsOf } from './fact-ids-of'

/** A place in a deck: a fact with the learner's card of it, if they have one, or the card of a note. */
export type Place = {
  readonly factId: string | null
  readonly noteId: string | null
  readonly card: Card | null
}

export type ListedDeck = {
  /** Null where the deck is none of the learner's own. */
  readonly own: OwnDeck | null
  readonly places: readonly Place[]
}

/**
 * Everything in a deck, in the order of the machine's facts, own cards behind them by their age. A ready set holds its
 * facts whether they are taken up or not. Undefined where the deck is not this user's; somebody unknown has none of their own.
 */
export async function listDeck(userId: string | undefined, deck: Deck): Promise<ListedDeck | undefined> {
  const own = deck.kind !== 'own' ? null : userId === undefined ? undefined : await findDeck({ userId, id: deck.id })
  if (own === undefined) return undefined
  const cards = userId === undefined ? [] : await listCards(userId, deck)
  if (deck.kind !== 'set') return { own, places: inOrderOfFacts(cards) }
  const held = new Map(cards.map((card) => [card.factId, card]))
  const places = factIdsOf(deck.set).map((factId) => ({ factId, noteId: null, card: held.get(factId) ?? null }))
  return { own, places }
}

async function listCards(userId: string, deck: Deck): Promise<readonly Card[]> {
  const { read } = await database()
  const { condition, values } = cardsOfDeck(deck)
  const which = { ...values, userId }
  const rows = read<[typeof which]>(
    `SELECT ${cardColumns} FROM "Card" c LEFT JOIN "Note" own ON own.id = c."noteId"
     WHERE c."userId" = @userId AND own."deletedAt" IS NULL${condition} ORDER BY c."createdAt", c.rank, c.id`,
  ).all(which)
  return z.array(cardRow).parse(rows)
}

/** Facts first, in the order of the bank. A fact that the machine has no more is left out. */
function inOrderOfFacts(cards: readonly Card[]): readonly Place[] {
  const held = new Map(cards.map((card) => [card.factId, card]))
  const facts = listFacts().flatMap(({ id }) => {
    const card = held.get(id)
    return card === undefined ? [] : [{ factId: id, noteId: null, card }]
  })
  const notes = cards.flatMap((card) => (card.noteId === null ? [] : [{ factId: null, noteId: card.noteId, card }]))
  return [...facts, ...notes]
}
