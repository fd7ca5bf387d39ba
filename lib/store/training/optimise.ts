import 'server-only'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Lesson } from '../../review/training'

const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), share: z.number() }),
  z.object({ kind: z.literal('learned'), weights: z.array(z.number()).readonly() }),
])

export type Optimising = {
  /** Rejects where the optimiser fails, and where it is stopped. */
  readonly weights: Promise<readonly number[]>
  readonly stop: () => void
}

/**
 * Learns weights of FSRS-6 from lessons, in a thread of its own. `report` is told how far it is, from 0 to 1. From too few
 * lessons the optimiser gives the weights of the algorithm.
 */
export function optimise(
  { lessons, relearningSteps }: { readonly lessons: readonly Lesson[]; readonly relearningSteps: number },
  report: (share: number) => void,
): Optimising {
  // By its path from where the app was started, as migrations are found: it is no part of the bundle.
  const file = path.resolve(/* turbopackIgnore: true */ 'lib/store/training/optimise-worker.mjs')
  const worker = new Worker(file, { workerData: { lessons, relearningSteps } })
  const weights = new Promise<readonly number[]>((resolve, reject) => {
    worker.on('message', (message) => {
      const parsed = said.parse(message)
      if (parsed.kind === 'progress') report(parsed.share)
      else resolve(parsed.weights)
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The optimiser ended without weights')))
  })
  return { weights, stop: () => void worker.terminate() }
}
