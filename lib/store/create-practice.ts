import 'server-only'
import { randomUUID } from 'node:crypto'
import { toInstantColumn, toJsonColumn } from './columns'
import { database } from './database'
import type { Prepare } from './sqlite/statements'

export type NewPractice = {
  readonly userId: string
  readonly topics: readonly string[]
  readonly kinds: readonly string[]
  /** The items in the order of asking: the first gets position 0. At least one. */
  readonly items: readonly { readonly itemId: string; readonly seed: number }[]
  readonly now: Date
}

export type Started =
  | { readonly kind: 'started'; readonly practiceId: string }
  | { readonly kind: 'refused'; readonly error: 'busy' }

/**
 * Starts a practice by one transaction (a class starts in the same second). Refuses as 'busy' where another process holds
 * the database. Throws where the user or an item does not exist, or no item is asked.
 */
export async function createPractice({ userId, topics, kinds, items, now }: NewPractice): Promise<Started> {
  if (items.length === 0) throw new Error('Cannot start a practice without items')
  const { writeNow } = await database()
  const practiceId = randomUUID()
  const practice: PracticeColumns = {
    practiceId,
    userId,
    topics: toJsonColumn(topics),
    kinds: toJsonColumn(kinds),
    length: items.length,
    startedAt: toInstantColumn(now),
  }
  const written = await writeNow((prepare) => {
    insertPractice(prepare).run(practice)
    for (const [position, item] of items.entries()) insertItem(prepare).run({ practiceId, position, ...item })
  })
  return written.kind === 'written' ? { kind: 'started', practiceId } : written
}

type PracticeColumns = {
  readonly practiceId: string
  readonly userId: string
  readonly topics: string
  readonly kinds: string
  readonly length: number
  readonly startedAt: string
}

const insertPractice = (prepare: Prepare) =>
  prepare<[PracticeColumns]>(
    `INSERT INTO "Practice" (id, "userId", topics, kinds, length, "startedAt")
     VALUES (@practiceId, @userId, @topics, @kinds, @length, @startedAt)`,
  )

type ItemPlace = {
  readonly practiceId: string
  readonly position: number
  readonly itemId: string
  readonly seed: number
}

const insertItem = (prepare: Prepare) =>
  prepare<[ItemPlace]>(
    `INSERT INTO "PracticeItem" ("practiceId", position, "itemId", seed) VALUES (@practiceId, @position, @itemId, @seed)`,
  )
