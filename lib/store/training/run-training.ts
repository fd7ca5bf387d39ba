import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import { log } from '../../log'
import { createScheduler, defaultScheduling, type Scheduler } from '../../review/scheduler'
import { type CardLog, cardLogs, heldOutFrom, judge, type Loss, lessonsBefore, lossFrom } from '../../review/training'
import { database } from '../database'
import { listReviewsOf } from '../review/review'
import { type Optimising, optimise } from './optimise'
import { keepRefolded, refold } from './refold'
import { beat, type Claim, endTraining, giveBack, type TrainingOutcome } from './training'
import { keepWeights, schedulingIn } from './weights'

/** How often a training under way says so, however long its parts take. */
const beatMs = 2000

/** The parts of the work, as shares of its progress: reading the log, learning, judging. */
const learnsFrom = 0.1
const judgesFrom = 0.8

export type RunningTraining = {
  /** Resolves when the training has ended, or was given back; never rejects. */
  readonly done: Promise<void>
  /** Stops the work and gives the training back to whoever claims next. */
  readonly stop: () => Promise<void>
}

/**
 * Works on a claimed training to its end: learns from the first four fifths of the reviews, judges on the rest, and where
 * the new weights predict better keeps them and folds every card anew, all by one transaction. Between the cards the server
 * answers others.
 */
export function runTraining(claim: Claim, clock: () => Date): RunningTraining {
  const work = { claim, clock, stopped: false, optimising: undefined as Optimising | undefined, progress: 0 }
  const done = workOn(work).catch((error: unknown) => fail(work, error))
  return {
    done,
    async stop() {
      work.stopped = true
      work.optimising?.stop()
      await done
    },
  }
}

type Work = {
  readonly claim: Claim
  readonly clock: () => Date
  stopped: boolean
  optimising: Optimising | undefined
  progress: number
}

/** Thrown where the work is to end without an outcome. */
class Stopped extends Error {}

async function workOn(work: Work): Promise<void> {
  const beating = setInterval(() => void sayProgress(work, work.progress).catch(() => {}), beatMs)
  try {
    await finish(work, await train(work))
  } finally {
    clearInterval(beating)
  }
}

async function fail(work: Work, error: unknown): Promise<void> {
  try {
    if (work.stopped) return await giveBack(work.claim)
    log.error({ err: error }, 'cannot train weights')
    await finish(work, { outcome: { kind: 'failed' }, weights: null })
  } catch (inner) {
    // The beats have stopped: whoever looks next takes it over.
    log.error({ err: inner }, 'cannot end a training')
  }
}

type Trained = { readonly outcome: TrainingOutcome; readonly weights: readonly number[] | null }

async function train(work: Work): Promise<Trained> {
  const { read } = await database()
  const { userId } = work.claim
  const logs = cardLogs(await readLogs(work))
  const reviews = logs.reduce((sum, { length }) => sum + length, 0)
  const cut = heldOutFrom(logs)
  const lessons = lessonsBefore(logs, cut)
  const scheduling = schedulingIn(read, userId)
  await sayProgress(work, learnsFrom)
  work.optimising = optimise({ lessons, relearningSteps: scheduling.relearningSteps.length }, (share) => {
    work.progress = learnsFrom + share * (judgesFrom - learnsFrom)
    void sayProgress(work, work.progress).catch(() => {})
  })
  const weights = await work.optimising.weights
  await sayProgress(work, judgesFrom)
  const repeats = lessons.reduce((sum, { ends }) => sum + ends.length, 0)
  if (areDefault(weights)) return { outcome: { kind: 'too few', reviews, repeats }, weights: null }
  const before = createScheduler(scheduling)
  const judged = judge(
    await lossOver(work, before, logs, cut),
    await lossOver(work, before.withWeights(weights), logs, cut),
  )
  return { outcome: { ...judged, reviews }, weights }
}

/** The optimiser gives the algorithm's own weights, in single precision, where it has learned nothing. */
function areDefault(weights: readonly number[]): boolean {
  return defaultScheduling.weights.every((weight, index) => Math.abs(weight - (weights[index] ?? 0)) < 1e-4)
}

async function readLogs(work: Work) {
  const { read } = await database()
  const { userId } = work.claim
  const ids = read<[string]>('SELECT id FROM "Card" WHERE "userId" = ? AND reps > 0 ORDER BY id').pluck().all(userId)
  const logs: ReturnType<typeof listReviewsOf>[] = []
  for (const cardId of z.array(z.string()).parse(ids)) {
    logs.push(listReviewsOf(read, { userId, cardId }))
    await pause(work)
  }
  return logs
}

async function lossOver(work: Work, scheduler: Scheduler, logs: readonly CardLog[], cut: number): Promise<Loss> {
  const all = { reviews: 0, sum: 0 }
  for (const cardLog of logs) {
    const { reviews, sum } = lossFrom(scheduler, cardLog, cut)
    all.reviews += reviews
    all.sum += sum
    await pause(work)
  }
  return all
}

async function pause({ stopped }: Work): Promise<void> {
  if (stopped) throw new Stopped()
  await breathe()
}

async function sayProgress(work: Work, progress: number): Promise<void> {
  work.progress = progress
  if (await beat(work.claim, progress, work.clock())) return
  // Deleted with its user, or taken over while this server slept.
  work.stopped = true
  work.optimising?.stop()
}

async function finish(work: Work, { outcome, weights }: Trained): Promise<void> {
  const { read, writeNow } = await database()
  const { claim, clock } = work
  const now = clock()
  const scheduler = createScheduler({ ...schedulingIn(read, claim.userId), ...(weights !== null && { weights }) })
  const refolded = outcome.kind === 'kept' ? await refold(claim.userId, scheduler, () => pause(work)) : []
  const written = await writeNow((prepare) => {
    if (!endTraining(prepare, claim, outcome, now) || outcome.kind !== 'kept' || weights === null) return
    const { kind: _, ...judged } = outcome
    keepWeights(prepare, claim.userId, { ...judged, weights, trainedAt: now })
    keepRefolded(prepare, claim.userId, { refolded, scheduler, now })
  })
  // The beats stop, and the training is begun anew.
  if (written.kind === 'refused') log.warn({}, 'a training could not be ended: the database is busy')
}
