import 'server-only'
import type { Item } from './item'

/** An item as a practice asks it: with its own body, or with one that was made to order. */
export type PracticedItem = Item & { readonly isMade: boolean }

/** The item with the body that was made of it; null: it is asked as it is stored. */
export function practicedItem(item: Item, made: unknown): PracticedItem {
  return made === null ? { ...item, isMade: false } : { ...item, body: made, isMade: true }
}
