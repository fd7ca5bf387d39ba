import 'server-only'
import { z } from 'zod'
import { type Contribution, type Counted, contributionsOf, type TotalScope, totalScopes } from '../../review/totals'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'

/** Adds a review's part to the running totals, or takes it out again where `sign` is -1. */
export function countReview(prepare: Prepare, userId: string, review: Counted, sign: 1 | -1): void {
  for (const contribution of contributionsOf(review)) addTotal(prepare).run({ userId, sign, ...contribution })
}

const addTotal = (prepare: Prepare) =>
  prepare<[Contribution & { readonly userId: string; readonly sign: number }]>(
    `INSERT INTO "ReviewTotal" ("userId", scope, place, reviews, "right", fresh, ripe, "tookMs", recall, "logLoss")
     VALUES (@userId, @scope, @place, @sign * @reviews, @sign * @right, @sign * @fresh, @sign * @ripe, @sign * @tookMs,
       @sign * @recall, @sign * @logLoss)
     ON CONFLICT DO UPDATE SET reviews = reviews + excluded.reviews, "right" = "right" + excluded."right",
       fresh = fresh + excluded.fresh, ripe = ripe + excluded.ripe, "tookMs" = "tookMs" + excluded."tookMs",
       recall = recall + excluded.recall, "logLoss" = "logLoss" + excluded."logLoss"`,
  )

const selectTotals = `SELECT scope, place, reviews, "right", fresh, ripe, "tookMs", recall, "logLoss" FROM "ReviewTotal"`

const totalRow = z.object({
  scope: z.enum(totalScopes),
  place: z.number(),
  reviews: z.number(),
  right: z.number(),
  fresh: z.number(),
  ripe: z.number(),
  tookMs: z.number(),
  recall: z.number(),
  logLoss: z.number(),
})

/** The totals of one scope whose places lie between `from` and `to`, both included, in their order. */
export async function listTotals(which: {
  readonly userId: string
  readonly scope: TotalScope
  readonly from: number
  readonly to: number
}): Promise<readonly Contribution[]> {
  const { read } = await database()
  const rows = read<[typeof which]>(
    `${selectTotals}
     WHERE "userId" = @userId AND scope = @scope AND place BETWEEN @from AND @to ORDER BY place`,
  ).all(which)
  return z.array(totalRow).parse(rows)
}

/** Every total of a user. For rebuilding alone. */
export function listAllTotals(prepare: Prepare, userId: string): readonly Contribution[] {
  return z.array(totalRow).parse(prepare<[string]>(`${selectTotals} WHERE "userId" = ?`).all(userId))
}

/** Puts these totals in the place of all that a user has. */
export function replaceTotals(prepare: Prepare, userId: string, totals: readonly Contribution[]): void {
  prepare<[string]>('DELETE FROM "ReviewTotal" WHERE "userId" = ?').run(userId)
  for (const total of totals) addTotal(prepare).run({ userId, sign: 1, ...total })
}
