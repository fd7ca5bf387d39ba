import 'server-only'
import { livePast, noonOf } from '../../review/past.testing'
import { createScheduler, defaultScheduling } from '../../review/scheduler'
import { toInstantColumn } from '../columns'
import type { Database } from '../database'
import { rebuildNow } from '../review/rebuild'

type Past = {
  /** A card each. */
  readonly items: readonly { readonly id: string; readonly factId: string; readonly kind: string }[]
  readonly past: Omit<Parameters<typeof livePast>[0], 'cards' | 'asking'>
}

/** For tests: gives a user a generated past, written into the log as reviews are. Returns how many reviews that is. */
export async function writePast({ writeNow }: Database, userId: string, { items, past }: Past): Promise<number> {
  const scheduler = createScheduler(defaultScheduling)
  const logs = livePast({ ...past, cards: items.length, asking: scheduler })
  const ended = new Date(noonOf(past.firstDay + past.days))
  const began = toInstantColumn(new Date(noonOf(past.firstDay)))
  const written = await writeNow((prepare) => {
    for (const [rank, { id: itemId, factId, kind }] of items.entries()) {
      const cardId = `${userId} ${rank}`
      prepare(
        `INSERT INTO "Card" (id, "userId", "factId", rank, source, "createdAt")
         VALUES (@cardId, @userId, @factId, @rank, 'set', @began)`,
      ).run({ cardId, userId, factId, rank, began })
      for (const { id, atMs, day, rating, followed, days } of logs[rank] ?? []) {
        const at = toInstantColumn(new Date(atMs))
        const chain = { id: `${userId} ${id}`, followed: followed === null ? null : `${userId} ${followed}`, days }
        prepare(
          `INSERT INTO "Review" (id, "userId", "cardId", "itemId", "itemKind", "itemVersion", seed, at, "receivedAt", day,
             rating, followed, days, "selfRated", "right", helped, sure, "tookMs")
           VALUES (@id, @userId, @cardId, @itemId, @kind, 1, 1, @at, @at, @day, @rating, @followed, @days, 0, @right, 0, 0, 6000)`,
        ).run({ ...chain, userId, cardId, itemId, kind, at, day, rating, right: rating === 'again' ? 0 : 1 })
      }
    }
    rebuildNow(prepare, userId, scheduler, ended)
  })
  if (written.kind === 'refused') throw new Error('Cannot write a past: the database is busy')
  return logs.flat().length
}
