import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Body } from '../items/item'
import { toInstantColumn, toJsonColumn } from './columns'
import { database } from './database'
import type { Prepare } from './sqlite/statements'

/** What a practice is for: what was chosen, or to find out what somebody believes. */
export type PracticeAim = 'chosen' | 'beliefs'

export type NewPractice = {
  readonly userId: string
  readonly aim?: PracticeAim
  readonly topics: readonly string[]
  readonly kinds: readonly string[]
  /** The items in the order of asking: the first gets position 0. At least one. */
  readonly items: readonly { readonly itemId: string; readonly seed: number; readonly body?: Body | null }[]
  readonly now: Date
}

export type Started =
  | { readonly kind: 'started'; readonly practiceId: string }
  | { readonly kind: 'refused'; readonly error: 'busy' }

/**
 * Starts a practice by one transaction (a class starts in the same second). Refuses as 'busy' where another process holds
 * the database. Throws where the user or an item does not exist, or no item is asked.
 */
export async function createPractice({
  userId,
  aim = 'chosen',
  topics,
  kinds,
  items,
  now,
}: NewPractice): Promise<Started> {
  if (items.length === 0) throw new Error('Cannot start a practice without items')
  const { writeNow } = await database()
  const practiceId = randomUUID()
  const practice: PracticeColumns = {
    practiceId,
    userId,
    topics: toJsonColumn(topics),
    kinds: toJsonColumn(kinds),
    aim,
    length: items.length,
    startedAt: toInstantColumn(now),
  }
  const written = await writeNow((prepare) => {
    insertPractice(prepare).run(practice)
    for (const [position, { itemId, seed, body = null }] of items.entries())
      insertItem(prepare).run({ practiceId, position, itemId, seed, body: body === null ? null : toJsonColumn(body) })
  })
  return written.kind === 'written' ? { kind: 'started', practiceId } : written
}

type PracticeColumns = {
  readonly practiceId: string
  readonly userId: string
  readonly topics: string
  readonly kinds: string
  readonly aim: PracticeAim
  readonly length: number
  readonly startedAt: string
}

const insertPractice = (prepare: Prepare) =>
  prepare<[PracticeColumns]>(
    `INSERT INTO "Practice" (id, "userId", topics, kinds, aim, length, "startedAt")
     VALUES (@practiceId, @userId, @topics, @kinds, @aim, @length, @startedAt)`,
  )

type ItemPlace = {
  readonly practiceId: string
  readonly position: number
  readonly itemId: string
  readonly seed: number
  readonly body: string | null
}

const insertItem = (prepare: Prepare) =>
  prepare<[ItemPlace]>(
    `INSERT INTO "PracticeItem" ("practiceId", position, "itemId", seed, body)
     VALUES (@practiceId, @position, @itemId, @seed, @body)`,
  )
