import 'server-only'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Migration = {
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file in hex, as `prisma migrate` has it. */
  readonly checksum: string
}

/** Where the migrations are: in the folder from which the app is started, for the built server as for the source. */
export const migrationsFolder = () => path.join(process.cwd(), 'prisma', 'migrations')

/** Reads the migrations in `folder` in the order of their names. Throws where there are none. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
  if (names.length === 0) throw new Error(`Cannot find a migration in "${folder}"`)
  return names.map((name) => {
    // A checkout on Windows may have turned the line ends; the migration is the same.
    const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}
