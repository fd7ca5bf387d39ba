import 'server-only'
import { randomUUID } from 'node:crypto'
import { log } from '../../log'
import { type RunningTraining, runTraining } from './run-training'
import { claimTraining } from './training'

/** How often a training is looked for: somebody has pressed a button and waits. One read of an index where there is none. */
const lookMs = 1000

/**
 * Works on trainings as they are asked for, one at a time, until it is stopped. There is one per server; who else shares
 * the database keeps out by the beats.
 */
export function startTrainer(clock: () => Date): { readonly stop: () => Promise<void> } {
  const runner = randomUUID()
  let running: RunningTraining | undefined
  let looking: Promise<void> | undefined
  let stopped = false
  async function look(): Promise<void> {
    try {
      const claim = await claimTraining(runner, clock())
      if (claim === null) return
      running = runTraining(claim, clock)
      if (stopped) await running.stop()
      else await running.done
    } catch (error) {
      log.error({ err: error }, 'cannot look for trainings')
    } finally {
      running = undefined
      looking = undefined
    }
  }
  const timer = setInterval(() => {
    looking ??= look()
  }, lookMs)
  timer.unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running?.stop()
      await looking
    },
  }
}
