import 'server-only'
import { randomFrom, seedOf, shuffled } from '../../items/random'
import { chooseItem } from '../../review/choose-item'
import { seedOfTurn } from '../../review/seed-of-turn'
import { listActiveItems } from '../active-items'
import { columnsOf } from '../columns'
import { database } from '../database'
import { type Item, itemRow } from '../item'
import { type Card, type FactCard, isOfFact } from './card'

/** One way in which a card is asked: by which item, in which form of it. */
export type Showing = {
  readonly item: Item
  readonly seed: number
  /** Names the item to whom does not know it yet: an item's own name often says the answer. */
  readonly handle: number
}

/** A card as it is asked. */
export type AskedCard = Showing & { readonly kind: 'item'; readonly card: FactCard }

/** A card as it is asked aside from the schedule: by an item and in a showing that the seed alone decides. */
export async function findCrammedCard(card: Card, seed: number): Promise<AskedCard | undefined> {
  if (!isOfFact(card)) return undefined
  const items = (await listActiveItems()).filter(({ factId }) => factId === card.factId)
  const [chosen] = shuffled(items, randomFrom(seed))
  const item = chosen === undefined ? undefined : await findItem(chosen.id)
  return item === undefined ? undefined : { kind: 'item', card, item, seed, handle: handleOf(item.id) }
}

/** The item that asks a card next; the same as long as the card stays as it is. Undefined where nothing asks its fact. */
export async function findAskedCard(card: Card): Promise<AskedCard | undefined> {
  if (!isOfFact(card)) return undefined
  const [showing] = await findShowings(card, 1)
  return showing === undefined ? undefined : { kind: 'item', card, ...showing }
}

/** How a card is asked in its next `count` reviews, one after the other; none where nothing asks its fact. */
export async function findShowings(card: FactCard, count: number): Promise<readonly Showing[]> {
  const items = (await listActiveItems()).filter(({ factId }) => factId === card.factId)
  const met = { ...card.kindsMet }
  let last = card.lastItemId
  const showings: Showing[] = []
  for (let ahead = 0; ahead < count; ahead++) {
    const chosen = chooseItem(items, met, last)
    const item = chosen === null ? undefined : await findItem(chosen.id)
    if (item === undefined) return showings
    const seed = seedOfTurn(card.id, (card.memory?.reps ?? 0) + ahead)
    showings.push({ item, seed, handle: handleOf(item.id) })
    met[item.kind] = (met[item.kind] ?? 0) + 1
    last = item.id
  }
  return showings
}

/** The item of a fact with that handle, retired or not asked any more included; undefined where there is none. */
export async function findItemByHandle(factId: string, handle: number): Promise<Item | undefined> {
  const { read } = await database()
  const rows = read<[string]>(`SELECT ${columnsOf(itemRow, 'i')} FROM "Item" i WHERE i."factId" = ?`).all(factId)
  return rows.map((row) => itemRow.parse(row)).find(({ id }) => handleOf(id) === handle)
}

const handleOf = (itemId: string) => seedOf(itemId)

async function findItem(id: string): Promise<Item | undefined> {
  const { read } = await database()
  const row = read<[string]>(`SELECT ${columnsOf(itemRow, 'i')} FROM "Item" i WHERE i.id = ?`).get(id)
  return row === undefined ? undefined : itemRow.parse(row)
}
