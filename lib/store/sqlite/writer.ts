import 'server-only'
import type Sqlite from 'better-sqlite3'
import { createDisk } from './disk'
import { createGroupCommit, type Write } from './group-commit'
import { createMutex, type Release } from './mutex'
import type { Prepare } from './statements'
import { patienceMs, untilFree } from './until-free'

/** An open transaction. Nobody else writes until one of the two has been called; a second call does nothing. */
export type OpenTransaction = {
  /** Throws where the commit fails; nothing of the transaction remains then. */
  commit(): void
  rollback(): void
}

export type Writer = {
  readonly write: Write
  /** Begins a transaction after all earlier writes have ended. Throws SQLITE_BUSY after 5 s of a foreign lock. */
  begin(): Promise<OpenTransaction>
  /**
   * Runs `work` on the writing connection while no other write runs, outside of any transaction. There a failed commit of
   * INSERT .. RETURNING goes unnoticed through get() (reliability F3): write in a transaction, or through run().
   */
  alone<T>(work: (writing: Writing) => Promise<T>): Promise<T>
  /** What the disk answered to the newest commit, undefined where it took it. */
  diskFailure(): Error | undefined
}

/** The writing connection and its statements. */
export type Writing = { readonly sqlite: Sqlite.Database; readonly prepare: Prepare }

/** Makes the one way to write through `sqlite`. There must be one writer per file in a process. */
export function createWriter({ sqlite, prepare }: Writing): Writer {
  const mutex = createMutex()
  const disk = createDisk()

  /** Ends the transaction for certain: a connection that stays in one swallows what others write (reliability F2). */
  function close(sql: 'COMMIT' | 'ROLLBACK', release: Release): void {
    try {
      if (sql === 'COMMIT') disk.commit(() => prepare('COMMIT').run())
    } finally {
      try {
        if (sqlite.inTransaction) prepare('ROLLBACK').run()
      } finally {
        release()
      }
    }
  }

  return {
    write: createGroupCommit({ sqlite, prepare, mutex, disk }),

    async begin() {
      const deadline = performance.now() + patienceMs
      const release = await mutex.acquire()
      try {
        await untilFree(() => prepare('BEGIN IMMEDIATE').run(), deadline)
      } catch (error) {
        release()
        throw error
      }
      let open = true
      const closeOnce = (sql: 'COMMIT' | 'ROLLBACK') => {
        if (open) {
          open = false
          close(sql, release)
        }
      }
      return { commit: () => closeOnce('COMMIT'), rollback: () => closeOnce('ROLLBACK') }
    },

    async alone(work) {
      const release = await mutex.acquire()
      return work({ sqlite, prepare }).finally(release)
    },

    diskFailure: disk.failure,
  }
}
