import 'server-only'
import { createScheduler } from '../../review/scheduler'
import { database } from '../database'
import { rebuildNow } from '../review/rebuild'
import { schedulingIn } from './weights'

export type Forgotten = { readonly kind: 'forgotten' } | { readonly kind: 'refused'; readonly error: 'busy' }

/** Takes a user back to the algorithm's own weights, and folds every card anew, by one transaction. */
export async function forgetWeights(userId: string, now: Date): Promise<Forgotten> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => {
    if (prepare<[string]>('DELETE FROM "Weights" WHERE "userId" = ?').run(userId).changes === 0) return
    rebuildNow(prepare, userId, createScheduler(schedulingIn(prepare, userId)), now)
  })
  return written.kind === 'written' ? { kind: 'forgotten' } : written
}
