import 'server-only'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import Sqlite from 'better-sqlite3'

export type Connection = {
  readonly sqlite: Sqlite.Database
  /** Prisma's own adapter on that connection: it converts arguments, rows and errors. */
  readonly stock: SqlDriverAdapter
}

/**
 * SQLite's own, synchronous wait for a lock. Long enough for the moments in which SQLite locks by itself (recovery,
 * checkpoint), short enough that nobody notices; the long wait is asynchronous (until-free.ts).
 */
const busyTimeoutMs = 10

/** The bug of 3.7.0 to 3.51.2 in which a WAL reset corrupts the database was fixed here (sqlite.org/wal.html). */
const oldestSafeVersion = [3, 51, 3] as const

/**
 * Opens a connection to `file`, where 'reader' refuses to write. Every connection is set to synchronous=FULL: SQLite
 * is compiled here with NORMAL as the default for WAL, which a power cut can roll back (reliability F4).
 * Throws where the file cannot be opened or the library is too old.
 */
export async function openConnection(file: string, role: 'writer' | 'reader'): Promise<Connection> {
  const stock = await new PrismaBetterSqlite3({ url: `file:${file}`, timeout: busyTimeoutMs }).connect()
  const sqlite = connectionInside(stock)
  try {
    requireSafeVersion(sqlite)
    const mode = sqlite.pragma('journal_mode = WAL', { simple: true })
    if (mode !== 'wal') throw new Error(`Cannot use write-ahead logging on "${file}": journal mode is "${mode}"`)
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('cache_size = -16000')
    // After a burst the WAL file is cut back to 16 MiB at the next checkpoint instead of keeping its largest size.
    sqlite.pragma('journal_size_limit = 16777216')
    if (role === 'reader') sqlite.pragma('query_only = ON')
  } catch (error) {
    sqlite.close()
    throw error
  }
  return { sqlite, stock }
}

/** The adapter has no public way to its connection, and a second one to the same file would not share transactions. */
function connectionInside(stock: SqlDriverAdapter): Sqlite.Database {
  const inside: unknown = 'client' in stock ? stock.client : undefined
  if (inside instanceof Sqlite) return inside
  throw new Error('Cannot find the connection inside @prisma/adapter-better-sqlite3: its version has changed')
}

function requireSafeVersion(sqlite: Sqlite.Database): void {
  const version = String(sqlite.prepare('SELECT sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  const difference = oldestSafeVersion.map((part, i) => (parts[i] ?? 0) - part).find((d) => d !== 0) ?? 0
  if (difference < 0)
    throw new Error(`Cannot use SQLite ${version}: 3.51.3 is the first version without the WAL-reset bug`)
}
