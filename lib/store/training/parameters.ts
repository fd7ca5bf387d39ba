import 'server-only'
import { database } from '../database'
import { countReviews, findTraining, type Training } from './training'
import { findTrained, type TrainedWeights } from './weights'

/** What the page of a memory's parameters shows. */
export type MemoryParameters = {
  /** How many reviews there are to learn from. */
  readonly reviews: number
  /** Undefined where the algorithm's own weights are in force. */
  readonly trained: TrainedWeights | undefined
  /** The newest training; undefined where none was ever asked for. */
  readonly training: Training | undefined
}

/** By which weights a user's memory is worked out, and how the newest training stands. Somebody unknown has nothing yet. */
export async function findMemoryParameters(userId: string | undefined): Promise<MemoryParameters> {
  if (userId === undefined) return { reviews: 0, trained: undefined, training: undefined }
  const { read } = await database()
  const [reviews, training] = await Promise.all([countReviews(userId), findTraining(userId)])
  return { reviews, trained: findTrained(read, userId), training }
}
