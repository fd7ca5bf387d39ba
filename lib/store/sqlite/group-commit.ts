import 'server-only'
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import type { Disk } from './disk'
import type { Mutex } from './mutex'
import { isBusy } from './sqlite-error'
import type { Prepare } from './statements'
import { patienceMs, untilFree } from './until-free'

/** What became of a write: on disk, or refused because another process held the database for too long. */
type Written<T> = { readonly kind: 'written'; readonly value: T } | { readonly kind: 'refused'; readonly error: 'busy' }

/**
 * Runs `work` in a transaction and resolves once it is on disk. All writes of one turn of the event loop share one
 * transaction and one fsync, each in a savepoint of its own, so that one which throws takes no other along.
 * `work` is synchronous and may run more than once: it reads and writes through `prepare` and does nothing else.
 * Refuses as 'busy' when another process holds the lock for longer than 5 s; rejects with what `work` threw, and with
 * SQLITE_FULL or SQLITE_IOERR when the disk fails. What was refused or rejected is not in the database.
 */
export type Write = <T>(work: (prepare: Prepare) => T) => Promise<Written<T>>

type Outcome = { readonly value: unknown } | { readonly error: unknown }
type Job = {
  readonly work: (prepare: Prepare) => unknown
  readonly deadline: number
  readonly settle: (outcome: Outcome) => void
}
type Parts = { readonly sqlite: Sqlite.Database; readonly prepare: Prepare; readonly mutex: Mutex; readonly disk: Disk }

/** Makes the way by which single, short writes reach the disk together. */
export function createGroupCommit({ sqlite, prepare, mutex, disk }: Parts): Write {
  let waiting: Job[] = []
  let draining = false

  const runApart = (job: Job): Outcome => {
    try {
      return { value: sqlite.transaction(job.work)(prepare) }
    } catch (error) {
      // SQLite gives up the whole transaction on a full disk and on some I/O errors; the savepoint is gone with it.
      if (!sqlite.inTransaction) throw error
      return { error }
    }
  }

  const commitTogether = (jobs: readonly Job[]) =>
    disk.commit(() => sqlite.transaction(() => jobs.map((job) => ({ job, outcome: runApart(job) }))).immediate())

  async function commitOrFail(jobs: readonly Job[]): Promise<void> {
    const deadline = Math.max(...jobs.map((job) => job.deadline))
    try {
      for (const { job, outcome } of await untilFree(() => commitTogether(jobs), deadline)) job.settle(outcome)
    } catch (error) {
      // The one that does not fit on a full disk must not take along those that would.
      if (jobs.length > 1 && !isBusy(error)) for (const job of jobs) await commitOrFail([job])
      else for (const job of jobs) job.settle({ error })
    }
  }

  async function drain(): Promise<void> {
    draining = true
    while (waiting.length > 0) {
      const release = await mutex.acquire()
      await turnOfTheLoop()
      const jobs = waiting
      waiting = []
      await commitOrFail(jobs).finally(release)
    }
    draining = false
  }

  return async <T>(work: (prepare: Prepare) => T): Promise<Written<T>> => {
    const outcome = await new Promise<Outcome>((settle) => {
      waiting.push({ work, deadline: performance.now() + patienceMs, settle })
      if (!draining) void drain()
    })
    if ('value' in outcome) return { kind: 'written', value: outcome.value as T }
    if (isBusy(outcome.error)) return { kind: 'refused', error: 'busy' }
    throw outcome.error
  }
}
