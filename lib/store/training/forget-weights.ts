import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { createScheduler, defaultScheduling } from '../../review/scheduler'
import { database } from '../database'
import { keepRefolded, refold } from './refold'
import { schedulingIn } from './weights'

export type Forgotten = { readonly kind: 'forgotten' } | { readonly kind: 'refused'; readonly error: 'busy' }

/** Takes a user back to the algorithm's own weights, and every card with them, by one transaction. A training under way ends. */
export async function forgetWeights(userId: string, now: Date): Promise<Forgotten> {
  const { read, writeNow } = await database()
  const scheduler = createScheduler({ ...schedulingIn(read, userId), weights: defaultScheduling.weights })
  const refolded = await refold(userId, scheduler, () => breathe())
  const written = await writeNow((prepare) => {
    // What is still being learned would come into force after it.
    prepare<[string]>(`DELETE FROM "Training" WHERE "userId" = ? AND state <> 'ended'`).run(userId)
    if (prepare<[string]>('DELETE FROM "Weights" WHERE "userId" = ?').run(userId).changes === 0) return
    keepRefolded(prepare, userId, { refolded, scheduler, now })
  })
  return written.kind === 'written' ? { kind: 'forgotten' } : written
}
