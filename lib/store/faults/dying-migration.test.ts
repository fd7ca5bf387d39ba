import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../database'
import { migrate } from '../migrate'
import { migrationsFolder, readMigrations } from '../migrations'
import { scale } from './scale'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'timewait-dying-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const known = readMigrations(migrationsFolder())
const [first] = known
const newest = known.at(-1)
if (first === undefined || newest === undefined) throw new Error('Cannot find the migrations')

/** The statements of a migration; none of ours has a semicolon within one. */
const statementsOf = (sql: string) =>
  sql
    .replace(/^\s*--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')

/** A folder with our migrations up to one, of which `sql` is the text. */
function folderUpTo(name: string, sql: string): string {
  const made = mkdtempSync(path.join(folder, 'migrations-'))
  for (const migration of known) {
    if (migration.name > name) break
    mkdirSync(path.join(made, migration.name))
    writeFileSync(path.join(made, migration.name, 'migration.sql'), migration.name === name ? sql : migration.sql)
  }
  return made
}

/** Everything that a database is: its tables and indexes, what was applied, and its people. */
function portrait(file: string): string {
  const sqlite = new Sqlite(file, { readonly: true })
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  const all = (sql: string) => sqlite.prepare(sql).all()
  const schema = all('SELECT type, name, sql FROM sqlite_schema ORDER BY name')
  const applied = all('SELECT migration_name, checksum FROM _prisma_migrations ORDER BY migration_name')
  const people = all('SELECT id, name FROM "User" ORDER BY id')
  sqlite.close()
  return JSON.stringify({ schema, applied, people })
}

/** A database as it was before a migration, with somebody in it. */
async function makeBefore(name: string): Promise<string> {
  const file = path.join(folder, name, 'timewait.db')
  const database = await openDatabase(`file:${file}`)
  const before = known.filter((migration) => migration.name < name).at(-1)
  if (before !== undefined) {
    await migrate(database, folderUpTo(before.name, before.sql))
    await database.writeNow((prepare) =>
      prepare(
        `INSERT INTO "User" (id, name, email, "updatedAt") VALUES ('ada', 'Ada', 'ada@x.org', '2026-11-22T08:00:00.000+00:00')`,
      ).run(),
    )
  }
  await database.close()
  return file
}

async function tryMigrating(file: string, migrations: string): Promise<string> {
  const database = await openDatabase(`file:${file}`)
  const outcome = await migrate(database, migrations).then(
    ({ copy }) => copy ?? 'no copy',
    (error: Error) => error.message,
  )
  await database.close()
  return outcome
}

const later = known.slice(1)
const tried = scale(later.slice(-2), later)

describe.each(tried.map(({ name, sql }) => [name, sql] as const))('the migration %s', (name, sql) => {
  test('that fails at whichever statement leaves the database as it was, and a copy; and goes through afterwards', async () => {
    const file = await makeBefore(name)
    const before = portrait(file)
    const statements = statementsOf(sql)
    for (let done = 0; done <= statements.length; done++) {
      const dying = [...statements.slice(0, done), 'SELECT * FROM nowhere'].join(';\n')
      const why = await tryMigrating(file, folderUpTo(name, dying))
      expect(why).toBe(`Cannot apply migration "${name}": no such table: nowhere`)
      expect(portrait(file)).toBe(before)
    }
    const copy = await tryMigrating(file, folderUpTo(name, sql))
    expect(portrait(copy)).toBe(before)
    const after = JSON.parse(portrait(file))
    expect(after.applied.at(-1).migration_name).toBe(name)
    expect(after.people).toEqual(JSON.parse(before).people)
  })
})

const child = fileURLToPath(new URL('./dying-migration-child.ts', import.meta.url))
const statements = statementsOf(newest.sql)
const killedAfter = scale([Math.ceil(statements.length / 2)], [...statements.keys(), statements.length])

test.each(killedAfter)(
  'a server that is killed after statement %i of the newest migration starts again',
  { timeout: 120_000 },
  async (done) => {
    const file = await makeBefore(newest.name)
    const before = portrait(file)
    const dying = [...statements.slice(0, done), 'SELECT die()', ...statements.slice(done)].join(';\n')
    const node = ['--conditions=react-server', '--import', 'tsx']
    const killed = spawnSync(process.execPath, [...node, child, `file:${file}`, folderUpTo(newest.name, dying)])
    expect(killed.signal).toBe('SIGKILL')
    expect(portrait(file)).toBe(before)
    const [copy = ''] = readdirSync(path.join(path.dirname(file), 'backups'))
    expect(portrait(path.join(path.dirname(file), 'backups', copy))).toBe(before)
    await tryMigrating(file, migrationsFolder())
    const fresh = path.join(folder, 'fresh', 'timewait.db')
    await tryMigrating(fresh, migrationsFolder())
    expect(JSON.parse(portrait(file)).schema).toEqual(JSON.parse(portrait(fresh)).schema)
  },
)

test('an older program says that it is older, and leaves a newer database as it is', async () => {
  const file = path.join(folder, 'newer', 'timewait.db')
  await tryMigrating(file, migrationsFolder())
  const before = portrait(file)
  const why = await tryMigrating(file, folderUpTo(first.name, first.sql))
  expect(why).toMatch(/^Cannot open a database that is newer than this program: it has migration "/)
  expect(portrait(file)).toBe(before)
})
