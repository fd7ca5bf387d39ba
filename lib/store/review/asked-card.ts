import 'server-only'
import { seedOf } from '../../items/random'
import { chooseItem } from '../../review/choose-item'
import { listActiveItems } from '../active-items'
import { columnsOf } from '../columns'
import { database } from '../database'
import { type Item, itemRow } from '../item'
import type { Card } from './card'

/** A card as it is asked: by which item, in which showing. */
export type AskedCard = {
  readonly kind: 'item'
  readonly card: Card
  readonly item: Item
  readonly seed: number
  /** Names the item to whom does not know it yet: an item's own name often says the answer. */
  readonly handle: number
}

/** The item that asks a card next; the same as long as the card stays as it is. Undefined where nothing asks its fact. */
export async function findAskedCard(card: Card): Promise<AskedCard | undefined> {
  const items = (await listActiveItems()).filter(({ factId }) => factId === card.factId)
  const chosen = chooseItem(items, card.kindsMet, card.lastItemId)
  const item = chosen === null ? undefined : await findItem(chosen.id)
  // 31 bits: a whole number that JSON and SQLite take as it is.
  const seed = seedOf(`${card.id} ${card.memory?.reps ?? 0}`) >>> 1
  return item === undefined ? undefined : { kind: 'item', card, item, seed, handle: handleOf(item.id) }
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
