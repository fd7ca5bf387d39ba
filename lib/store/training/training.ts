import 'server-only'
import { z } from 'zod'
import { leastReviews } from '../../review/training'
import { instantColumn, jsonColumn, toInstantColumn, toJsonColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'

const judged = { reviews: z.number(), heldOut: z.number(), lossBefore: z.number(), lossAfter: z.number() }

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('kept'), ...judged }),
  z.object({ kind: z.literal('not better'), ...judged }),
  /** Too few reviews asked a card again on a later day: nothing was learned. */
  z.object({ kind: z.literal('too few'), reviews: z.number(), repeats: z.number() }),
  z.object({ kind: z.literal('failed') }),
])

/** What a training came to. Losses are means over the held-out reviews. */
export type TrainingOutcome = z.infer<typeof outcome>

const trainingRow = z.object({
  state: z.enum(['waiting', 'running', 'ended']),
  progress: z.number(),
  endedAt: instantColumn.nullable(),
  outcome: jsonColumn.pipe(outcome).nullable(),
})

/** The newest training of a user. */
export type Training = z.infer<typeof trainingRow>

/** The newest training of a user; undefined where none was ever asked for. */
export async function findTraining(userId: string): Promise<Training | undefined> {
  const { read } = await database()
  const row = read<[string]>('SELECT state, progress, "endedAt", outcome FROM "Training" WHERE "userId" = ?').get(
    userId,
  )
  return row === undefined ? undefined : trainingRow.parse(row)
}

/** How many reviews of a user count: those not taken back. */
export async function countReviews(userId: string): Promise<number> {
  const { read } = await database()
  return countIn(read, userId)
}

function countIn(prepare: Prepare, userId: string): number {
  // Every review is in one total of a day, so that the cost is that of the days.
  const sum = prepare<[string]>(
    `SELECT coalesce(sum(reviews), 0) FROM "ReviewTotal" WHERE "userId" = ? AND scope = 'day'`,
  )
  return z.number().parse(sum.pluck().get(userId))
}

export type Asked =
  /** `already`: one is waiting or running, and that is it. */
  { readonly kind: 'asked' | 'already' } | { readonly kind: 'refused'; readonly error: 'too few' | 'busy' }

/** Asks for a training of this user's weights. Refuses as 'too few' below the least number of reviews. */
export async function askTraining(userId: string, now: Date): Promise<Asked> {
  const { writeNow } = await database()
  const written = await writeNow((prepare): Asked => {
    if (countIn(prepare, userId) < leastReviews) return { kind: 'refused', error: 'too few' }
    const { changes } = prepare<[{ userId: string; now: string }]>(
      `INSERT INTO "Training" ("userId", state, "askedAt") VALUES (@userId, 'waiting', @now)
       ON CONFLICT ("userId") DO UPDATE SET state = 'waiting', "askedAt" = @now, "startedAt" = NULL, "beatAt" = NULL,
         "endedAt" = NULL, runner = NULL, tries = 0, progress = 0, outcome = NULL
       WHERE state = 'ended'`,
    ).run({ userId, now: toInstantColumn(now) })
    return { kind: changes === 0 ? 'already' : 'asked' }
  })
  return written.kind === 'written' ? written.value : written
}

/** How long a training may be without a beat before another server takes it over. */
export const patienceMs = 15_000

/** How often one is begun anew before it is given up: what kills a server each time must not do so for ever. */
const mostTries = 3

export type Claim = { readonly userId: string; readonly runner: string }

/**
 * Takes the training that has waited longest, or one whose server beats no more, for `runner`. Null where there is none,
 * and while another is under way: one at a time, so that answering stays quick.
 */
export async function claimTraining(runner: string, now: Date): Promise<Claim | null> {
  const { read, writeNow } = await database()
  if (read(`SELECT 1 FROM "Training" WHERE state IN ('waiting', 'running') LIMIT 1`).get() === undefined) return null
  const at = { runner, now: toInstantColumn(now), lost: toInstantColumn(new Date(now.getTime() - patienceMs)) }
  const written = await writeNow((prepare): Claim | null => {
    giveUp(prepare).run(at)
    const userId = prepare<[typeof at], string>(
      `UPDATE "Training" SET state = 'running', runner = @runner, "startedAt" = @now, "beatAt" = @now, progress = 0,
         tries = tries + 1
       WHERE "userId" = (SELECT "userId" FROM "Training"
           WHERE state = 'waiting' OR (state = 'running' AND "beatAt" < @lost) ORDER BY "askedAt" LIMIT 1)
         AND NOT EXISTS (SELECT 1 FROM "Training" WHERE state = 'running' AND "beatAt" >= @lost)
       RETURNING "userId"`,
    )
      .pluck()
      .get(at)
    return userId === undefined ? null : { userId, runner }
  })
  return written.kind === 'written' ? written.value : null
}

const giveUp = (prepare: Prepare) =>
  prepare<[{ readonly runner: string; readonly now: string; readonly lost: string }]>(
    `UPDATE "Training" SET state = 'ended', "endedAt" = @now, outcome = '{"kind":"failed"}'
     WHERE state = 'running' AND "beatAt" < @lost AND tries >= ${mostTries}`,
  )

const ours = `"userId" = @userId AND runner = @runner AND state = 'running'`

/** Says that a training is still worked on, and how far it is. False where it is not this runner's any more. */
export async function beat({ userId, runner }: Claim, progress: number, now: Date): Promise<boolean> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => {
    const row = { userId, runner, progress, now: toInstantColumn(now) }
    return prepare<[typeof row]>(
      `UPDATE "Training" SET "beatAt" = @now, progress = max(progress, @progress) WHERE ${ours}`,
    ).run(row).changes
  })
  // Busy is no loss: the next beat tries again.
  return written.kind === 'refused' || written.value > 0
}

/** Gives a training back, for whoever claims next: this server is stopping. */
export async function giveBack(claim: Claim): Promise<void> {
  const { writeNow } = await database()
  await writeNow((prepare) =>
    prepare<[Claim]>(
      `UPDATE "Training" SET state = 'waiting', runner = NULL, progress = 0, tries = tries - 1 WHERE ${ours}`,
    ).run(claim),
  )
}

/** Notes what a training came to. False, and nothing is changed, where it is not this runner's any more. */
export function endTraining(prepare: Prepare, claim: Claim, came: TrainingOutcome, now: Date): boolean {
  const row = { ...claim, outcome: toJsonColumn(came), now: toInstantColumn(now) }
  const ended = prepare<[typeof row]>(
    `UPDATE "Training" SET state = 'ended', "endedAt" = @now, progress = 1, outcome = @outcome WHERE ${ours}`,
  )
  return ended.run(row).changes > 0
}
