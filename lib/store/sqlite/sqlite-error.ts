import 'server-only'
import Sqlite from 'better-sqlite3'

export type SqliteError = InstanceType<typeof Sqlite.SqliteError>

/** Whether another connection held the lock (SQLITE_BUSY and its extended codes): the same attempt may succeed later. */
export function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

/** Whether the disk refused: no space (SQLITE_FULL) or an I/O error (SQLITE_IOERR and its extended codes). */
export function isDiskFailure(error: unknown): error is SqliteError {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(FULL|IOERR)/.test(error.code)
}

/**
 * Whether fsync itself failed. The kernel may then have thrown the dirty pages away and report success on the next
 * try (the "fsyncgate" of PostgreSQL, 2018), so nothing after it may be acknowledged.
 */
export function isFailedSync(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_IOERR_(DIR_)?FSYNC$/.test(error.code)
}
