import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Migration } from './migrations'
import type { Prepare } from './sqlite/statements'

const appliedRow = z.object({
  migration_name: z.string(),
  checksum: z.string(),
  finished_at: z.union([z.number(), z.string()]).nullable(),
})

export type Applied = Readonly<z.infer<typeof appliedRow>>

/** The table as `prisma migrate` makes it, so that either tool can go on where the other stopped. */
export const migrationsTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

/** The migrations that the database says it has, in the order of their application; none where it is new. */
export function readApplied(prepare: Prepare): readonly Applied[] {
  if (!tableNames(prepare).includes('_prisma_migrations')) return []
  const rows = prepare(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  ).all()
  return z.array(appliedRow).parse(rows)
}

/** Notes that `migration` is applied, as `prisma migrate` does: instants in milliseconds since 1970. */
export function noteApplied(prepare: Prepare, migration: Migration, startedAt: number): void {
  prepare(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES (?, ?, ?, ?, ?, 1)`,
  ).run(randomUUID(), migration.checksum, migration.name, startedAt, Date.now())
}

/** The names of the tables in the database, SQLite's own left out. */
export function tableNames(prepare: Prepare): readonly string[] {
  const rows = prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all()
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name)
}

/**
 * Finds the migrations still to apply. Throws one sentence where the database is not a past of this program: a migration
 * that it has was changed since, is unknown here (the database is newer), or did not finish.
 */
export function selectPending(known: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]))
  for (const { migration_name: name, checksum, finished_at } of applied) {
    if (finished_at === null)
      throw new Error(`Cannot go on after migration "${name}", which started and did not finish`)
    const expected = checksums.get(name)
    if (expected === undefined)
      throw new Error(`Cannot open a database that is newer than this program: it has migration "${name}"`)
    if (expected !== checksum)
      throw new Error(`Cannot trust migration "${name}": its file was changed after it had been applied`)
  }
  const done = new Set(applied.map(({ migration_name }) => migration_name))
  return known.filter(({ name }) => !done.has(name))
}
