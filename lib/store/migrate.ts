import 'server-only'
import { migrationsTable, noteApplied, readApplied, selectPending, tableNames } from './applied-migrations'
import { copyDatabase } from './backup'
import type { Database } from './database'
import { type Migration, migrationsFolder, readMigrations } from './migrations'
import { patienceMs, untilFree } from './sqlite/until-free'
import type { Writing } from './sqlite/writer'

export type Migrated = {
  /** The names of the migrations applied now, in order. */
  readonly applied: readonly string[]
  /** The copy of the database made before, where there was anything to copy. */
  readonly copy: string | undefined
}

export type MigrationCount = { readonly applied: number; readonly pending: number }

/**
 * Brings the database to the newest migration in `folder`: in order, each in a transaction of its own with its row in
 * `_prisma_migrations`, after a copy where the database holds anything. Throws a sentence that says what is wrong where
 * the database does not fit this program or a migration fails; what the failing one did is rolled back.
 */
export async function migrate({ writer, file }: Database, folder = migrationsFolder()): Promise<Migrated> {
  const known = readMigrations(folder)
  return writer.alone(async ({ sqlite, prepare }) => {
    const pending = selectPending(known, readApplied(prepare))
    const [first] = pending
    if (first === undefined) return { applied: [], copy: undefined }
    const copy = tableNames(prepare).length > 0 ? copyDatabase(prepare, file, `before-${first.name}`) : undefined
    // A table is changed by copying it, dropping it and renaming the copy. With foreign keys on, the drop deletes or
    // refuses the rows that refer to it, and within a transaction they cannot be turned off (sqlite.org/lang_altertable.html 7).
    sqlite.pragma('foreign_keys = OFF')
    try {
      for (const migration of pending) await apply({ sqlite, prepare }, migration)
    } finally {
      sqlite.pragma('foreign_keys = ON')
    }
    return { applied: pending.map(({ name }) => name), copy }
  })
}

async function apply({ sqlite, prepare }: Writing, migration: Migration): Promise<void> {
  const startedAt = Date.now()
  const transaction = sqlite.transaction(() => {
    sqlite.exec(migrationsTable)
    // Another process may have applied it while this one waited for the lock.
    if (readApplied(prepare).some(({ migration_name }) => migration_name === migration.name)) return
    sqlite.exec(migration.sql)
    const orphans = prepare('PRAGMA foreign_key_check').all()
    if (orphans.length > 0) throw new Error(`${orphans.length} rows refer to a row that is not there`)
    noteApplied(prepare, migration, startedAt)
  })
  try {
    await untilFree(() => transaction.immediate(), performance.now() + patienceMs)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`Cannot apply migration "${migration.name}": ${why}`, { cause })
  }
}

/** How many migrations the database has and how many of `folder` it lacks. Throws where the two do not fit. */
export function countMigrations({ read }: Database, folder = migrationsFolder()): MigrationCount {
  const applied = readApplied(read)
  return { applied: applied.length, pending: selectPending(readMigrations(folder), applied).length }
}
