import 'server-only'
import { z } from 'zod'
import type { LoggedReview } from '../../review/fold'
import { phases } from '../../review/memory'
import { ratings } from '../../review/rating'
import type { Counted } from '../../review/totals'
import { booleanColumn, instantColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'

const loggedRow = z.object({
  id: z.string(),
  at: instantColumn,
  day: z.number(),
  rating: z.enum(ratings),
  right: booleanColumn,
  tookMs: z.number(),
  followed: z.string().nullable(),
  days: z.number().nullable(),
  terms: z.string().nullable(),
  phaseBefore: z.enum(phases).nullable(),
  stabilityBefore: z.number().nullable(),
  recallBefore: z.number().nullable(),
  /** Null where the card was flipped. */
  itemId: z.string().nullable(),
  itemKind: z.string(),
})

/** A review as the log keeps it: what the fold and the totals need of it. */
export type StoredReview = LoggedReview &
  Counted & { readonly right: boolean; readonly itemId: string | null; readonly itemKind: string }

const storedRow = loggedRow.transform(({ at, ...row }): StoredReview => ({ ...row, atMs: at.getTime() }))

const columns = Object.keys(loggedRow.shape)
  .map((column) => `r."${column}"`)
  .join(', ')

const inForce = `NOT EXISTS (SELECT 1 FROM "Undo" u WHERE u."reviewId" = r.id)`

/** Every review of a card that is not undone, in order of time. */
export function listReviewsOf(prepare: Prepare, card: { userId: string; cardId: string }): readonly StoredReview[] {
  const rows = prepare<[typeof card]>(
    `SELECT ${columns} FROM "Review" r
     WHERE r."cardId" = @cardId AND r."userId" = @userId AND ${inForce} ORDER BY r.at, r.id`,
  ).all(card)
  return z.array(storedRow).parse(rows)
}

const ownedRow = loggedRow.extend({ cardId: z.string() })

/** The review of this user with that id, undone or not. */
export function findReview(prepare: Prepare, which: { userId: string; id: string }) {
  const row = prepare<[typeof which]>(
    `SELECT ${columns}, r."cardId" FROM "Review" r WHERE r.id = @id AND r."userId" = @userId`,
  ).get(which)
  return row === undefined ? undefined : ownedRow.parse(row)
}

/** The last review that this user sent and has not undone, by when it arrived. */
export function findLastReview(prepare: Prepare, which: { userId: string }) {
  const row = prepare<[typeof which]>(
    `SELECT ${columns}, r."cardId" FROM "Review" r
     WHERE r."userId" = @userId AND ${inForce} ORDER BY r."receivedAt" DESC, r.at DESC, r.id DESC LIMIT 1`,
  ).get(which)
  if (row === undefined) return undefined
  const { at, cardId, ...review } = ownedRow.parse(row)
  return { cardId, review: { ...review, atMs: at.getTime() } satisfies StoredReview }
}

/** Every review of a user that is not undone. For rebuilding alone: it grows with the history. */
export function listReviewsOfUser(prepare: Prepare, userId: string): readonly StoredReview[] {
  const rows = prepare<[string]>(`SELECT ${columns} FROM "Review" r WHERE r."userId" = ? AND ${inForce}`).all(userId)
  return z.array(storedRow).parse(rows)
}
