import 'server-only'
import { z } from 'zod'
import { log } from '../../log'
import { algorithm, areWeights, defaultScheduling, type Scheduling } from '../../review/scheduler'
import { schedulingOf } from '../../review/settings'
import { instantColumn, jsonColumn, toInstantColumn, toJsonColumn } from '../columns'
import { settingsIn } from '../settings'
import type { Prepare } from '../sqlite/statements'

const weightsRow = z.object({
  algorithm: z.string(),
  weights: jsonColumn.pipe(z.array(z.number()).readonly()),
  trainedAt: instantColumn,
  reviews: z.number(),
  heldOut: z.number(),
  lossBefore: z.number(),
  lossAfter: z.number(),
})

/** Weights that a learner's own reviews gave, and how they were judged. */
export type TrainedWeights = z.infer<typeof weightsRow>

/** The trained weights of a user; undefined where there are none that this algorithm can use. */
export function findTrained(prepare: Prepare, userId: string): TrainedWeights | undefined {
  const row = prepare<[string]>(
    `SELECT algorithm, weights, "trainedAt", reviews, "heldOut", "lossBefore", "lossAfter" FROM "Weights" WHERE "userId" = ?`,
  ).get(userId)
  if (row === undefined) return undefined
  const parsed = weightsRow.safeParse(row)
  if (parsed.success && parsed.data.algorithm === algorithm && areWeights(parsed.data.weights)) return parsed.data
  // Of another algorithm, or damaged: a learner is scheduled all the same.
  log.warn({ algorithm: parsed.success ? parsed.data.algorithm : undefined }, 'stored weights are not used')
  return undefined
}

/** The weights by which a user's memory is folded: their own, else the algorithm's. One indexed read. */
export function weightsIn(prepare: Prepare, userId: string): readonly number[] {
  return findTrained(prepare, userId)?.weights ?? defaultScheduling.weights
}

/** How a user is scheduled, by their settings and weights, as the transaction of `prepare` sees them. */
export function schedulingIn(prepare: Prepare, userId: string): Scheduling {
  return { ...schedulingOf(settingsIn(prepare, userId)), weights: weightsIn(prepare, userId) }
}

type WeightsColumns = Omit<TrainedWeights, 'weights' | 'trainedAt'> & {
  readonly userId: string
  readonly weights: string
  readonly trainedAt: string
}

/** Keeps weights in the place of those before. */
export function keepWeights(prepare: Prepare, userId: string, trained: Omit<TrainedWeights, 'algorithm'>): void {
  prepare<[WeightsColumns]>(
    `INSERT INTO "Weights" ("userId", algorithm, weights, "trainedAt", reviews, "heldOut", "lossBefore", "lossAfter")
     VALUES (@userId, @algorithm, @weights, @trainedAt, @reviews, @heldOut, @lossBefore, @lossAfter)
     ON CONFLICT ("userId") DO UPDATE SET algorithm = excluded.algorithm, weights = excluded.weights,
       "trainedAt" = excluded."trainedAt", reviews = excluded.reviews, "heldOut" = excluded."heldOut",
       "lossBefore" = excluded."lossBefore", "lossAfter" = excluded."lossAfter"`,
  ).run({
    ...trained,
    userId,
    algorithm,
    weights: toJsonColumn(trained.weights),
    trainedAt: toInstantColumn(trained.trainedAt),
  })
}
