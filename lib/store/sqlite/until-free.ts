import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { isBusy } from './sqlite-error'

/** How long a write waits for a lock held by another process before it is refused as busy. */
export const patienceMs = 5_000

/**
 * Calls `attempt` until no other process holds the lock, pausing 5 ms at first and up to 50 ms between two calls.
 * SQLite's own wait is synchronous: it would freeze every request of this process (1.5 s measured), so the waiting is
 * done here. Throws SQLITE_BUSY once `deadline` (on the clock of performance.now) has passed.
 */
export async function untilFree<T>(attempt: () => T, deadline: number): Promise<T> {
  for (let pauseMs = 5; ; pauseMs = Math.min(2 * pauseMs, 50)) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() + pauseMs > deadline) throw error
    }
    await sleep(pauseMs)
  }
}
