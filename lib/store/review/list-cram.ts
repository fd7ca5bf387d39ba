import 'server-only'
import { z } from 'zod'
import { randomFrom, shuffled } from '../../items/random'
import { type Cram, soonDays } from '../../review/cram'
import type { Day } from '../../review/day'
import { database } from '../database'
import { isAskable } from './next-card'

/** Which cards, and in which order the first of them are taken; the learner's own suspension alone leaves one out. */
const choices = {
  coming: `c.phase IS NULL ORDER BY c.rank, c.id`,
  soon: `c.phase IS NOT NULL AND (c."dueDay" IS NULL OR c."dueDay" <= @until) ORDER BY c."dueDay", c.id`,
  forgotten: `(c.lapses > 0 OR c.phase = 'relearning') ORDER BY c."lastAt" DESC, c.id`,
  all: `TRUE ORDER BY c.rank, c.id`,
} as const satisfies Record<Cram['of'], string>

/** The ids of the cards that are gone through, in the order of the seed. At most `count`. */
export async function listCram(
  which: { readonly userId: string; readonly today: Day },
  { of, topic, count, seed = 0 }: Cram,
): Promise<readonly string[]> {
  const { read } = await database()
  const values = { userId: which.userId, until: which.today + soonDays, topic: topic ?? null }
  const ids = read<[typeof values]>(
    `SELECT c.id FROM "Card" c JOIN "Fact" f ON f.id = c."factId"
     WHERE c."userId" = @userId AND c."suspendedAt" IS NULL AND (@topic IS NULL OR f.topic = @topic) AND ${isAskable}
       AND ${choices[of]}`,
  )
    .pluck()
    .all(values)
  const all = z.array(z.string()).parse(ids)
  // Of everything, chance takes some; of the others, the first are meant.
  return of === 'all'
    ? shuffled(all, randomFrom(seed)).slice(0, count)
    : shuffled(all.slice(0, count), randomFrom(seed))
}
