import 'server-only'
import { database } from '../database'
import { type Card, findCard } from './card'

/** The card with that id, if it is this user's. */
export async function findCardOf(which: {
  readonly userId: string
  readonly cardId: string
}): Promise<Card | undefined> {
  const { read } = await database()
  return findCard(read, which)
}
