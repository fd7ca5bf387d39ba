import 'server-only'
import { z } from 'zod'
import { phases } from '../../review/memory'
import { ratings } from '../../review/rating'
import { booleanColumn, columnsOf, instantColumn } from '../columns'
import { database } from '../database'
import { type Card, findCard } from '../review/card'

const pastRow = z.object({
  id: z.string(),
  at: instantColumn,
  day: z.number(),
  rating: z.enum(ratings),
  selfRated: booleanColumn,
  right: booleanColumn,
  tookMs: z.number(),
  itemKind: z.string(),
  days: z.number().nullable(),
  phaseBefore: z.enum(phases).nullable(),
  stabilityBefore: z.number().nullable(),
  recallBefore: z.number().nullable(),
})

/** A review as its own learner looks back at it. */
export type PastReview = z.infer<typeof pastRow>

export type CardHistory = {
  readonly card: Card
  /** Newest first, without those taken back. */
  readonly reviews: readonly PastReview[]
}

/**
 * A card of this user with `limit` of its reviews, the newest `skip` left out; undefined where they have none with that id.
 * The index of the card's reviews gives no more than are asked for, however many there are.
 */
export async function findCardHistory(which: {
  readonly userId: string
  readonly cardId: string
  readonly limit: number
  readonly skip: number
}): Promise<CardHistory | undefined> {
  const { read } = await database()
  const card = findCard(read, { userId: which.userId, cardId: which.cardId })
  if (card === undefined) return undefined
  const rows = read<[typeof which]>(
    `SELECT ${columnsOf(pastRow, 'r')} FROM "Review" r
     WHERE r."cardId" = @cardId AND r."userId" = @userId
       AND NOT EXISTS (SELECT 1 FROM "Undo" u WHERE u."reviewId" = r.id)
     ORDER BY r.at DESC, r.id DESC LIMIT @limit OFFSET @skip`,
  ).all(which)
  return { card, reviews: z.array(pastRow).parse(rows) }
}
