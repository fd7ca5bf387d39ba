import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readApplied } from './applied-migrations'
import { type Database, openDatabase } from './database'
import { countMigrations, migrate } from './migrate'
import { readMigrations } from './migrations'

let folder: string
let migrations: string
let database: Database

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'timewait-migrate-'))
  migrations = path.join(folder, 'migrations')
  database = await openDatabase(`file:${path.join(folder, 'data', 'timewait.db')}`)
  write(
    '1_parents',
    'CREATE TABLE parent (id TEXT PRIMARY KEY); CREATE TABLE child (id TEXT PRIMARY KEY, parentId TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE);',
  )
})

afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

function write(name: string, sql: string) {
  mkdirSync(path.join(migrations, name), { recursive: true })
  writeFileSync(path.join(migrations, name, 'migration.sql'), sql)
}

const run = (sql: string) => database.writeNow((prepare) => prepare(sql).run())
const tables = () => database.read('SELECT name FROM sqlite_schema WHERE type = ? ORDER BY name').pluck().all('table')

describe('migrate', () => {
  test('applies everything to a new database and copies nothing', async () => {
    expect(await migrate(database, migrations)).toEqual({ applied: ['1_parents'], copy: undefined })
    expect(tables()).toEqual(['_prisma_migrations', 'child', 'parent'])
    expect(countMigrations(database, migrations)).toEqual({ applied: 1, pending: 0 })
  })

  test('notes a migration as prisma migrate does', async () => {
    await migrate(database, migrations)
    const [migration] = readMigrations(migrations)
    expect(database.read('SELECT * FROM _prisma_migrations').all()).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: migration?.checksum,
        finished_at: expect.any(Number),
        migration_name: '1_parents',
        logs: null,
        rolled_back_at: null,
        started_at: expect.any(Number),
        applied_steps_count: 1,
      },
    ])
  })

  test('does nothing the second time', async () => {
    await migrate(database, migrations)
    expect(await migrate(database, migrations)).toEqual({ applied: [], copy: undefined })
  })

  test('applies what is new, after a copy of what was', async () => {
    await migrate(database, migrations)
    await run(`INSERT INTO parent VALUES ('p')`)
    write('2_toys', 'CREATE TABLE toy (id TEXT PRIMARY KEY);')
    const { applied, copy = '' } = await migrate(database, migrations)
    expect(applied).toEqual(['2_toys'])
    expect(existsSync(copy)).toBe(true)
    const before = new Sqlite(copy, { readonly: true })
    expect(before.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(before.prepare('SELECT id FROM parent').pluck().all()).toEqual(['p'])
    expect(readApplied((sql) => before.prepare(sql)).length).toBe(1)
    before.close()
  })

  test('keeps the rows that refer to a table which is made anew', async () => {
    await migrate(database, migrations)
    await run(`INSERT INTO parent VALUES ('p')`)
    await run(`INSERT INTO child VALUES ('c', 'p')`)
    write(
      '2_named_parents',
      `PRAGMA defer_foreign_keys=ON; PRAGMA foreign_keys=OFF;
      CREATE TABLE new_parent (id TEXT PRIMARY KEY, name TEXT); INSERT INTO new_parent (id) SELECT id FROM parent;
      DROP TABLE parent; ALTER TABLE new_parent RENAME TO parent; PRAGMA foreign_keys=ON; PRAGMA defer_foreign_keys=OFF;`,
    )
    await migrate(database, migrations)
    expect(database.read('SELECT id FROM child').pluck().all()).toEqual(['c'])
    await expect(run(`INSERT INTO child VALUES ('d', 'nobody')`)).rejects.toThrow('FOREIGN KEY constraint failed')
  })

  test('refuses to leave rows that refer to nothing', async () => {
    await migrate(database, migrations)
    await run(`INSERT INTO parent VALUES ('p')`)
    await run(`INSERT INTO child VALUES ('c', 'p')`)
    write('2_no_parents', 'DELETE FROM parent;')
    await expect(migrate(database, migrations)).rejects.toThrow(
      'Cannot apply migration "2_no_parents": 1 rows refer to a row that is not there',
    )
    expect(database.read('SELECT id FROM parent').pluck().all()).toEqual(['p'])
  })

  test('rolls back a migration that dies half-way and keeps those before it', async () => {
    write('2_half', 'CREATE TABLE half (id TEXT); CREATE TABLE half (id TEXT);')
    write('3_never', 'CREATE TABLE never (id TEXT);')
    await expect(migrate(database, migrations)).rejects.toThrow(
      'Cannot apply migration "2_half": table half already exists',
    )
    expect(tables()).toEqual(['_prisma_migrations', 'child', 'parent'])
    expect(countMigrations(database, migrations)).toEqual({ applied: 1, pending: 2 })
    write('2_half', 'CREATE TABLE half (id TEXT);')
    expect((await migrate(database, migrations)).applied).toEqual(['2_half', '3_never'])
  })

  test('refuses a migration that was changed after it had been applied', async () => {
    await migrate(database, migrations)
    write('1_parents', 'CREATE TABLE other (id TEXT);')
    await expect(migrate(database, migrations)).rejects.toThrow(
      'Cannot trust migration "1_parents": its file was changed after it had been applied',
    )
  })

  test('takes a file with other line ends for the same migration', async () => {
    write('1_parents', 'CREATE TABLE parent (\n  id TEXT PRIMARY KEY\n);\n')
    await migrate(database, migrations)
    write('1_parents', 'CREATE TABLE parent (\r\n  id TEXT PRIMARY KEY\r\n);\r\n')
    expect((await migrate(database, migrations)).applied).toEqual([])
  })

  test('refuses a database that is newer than the program', async () => {
    write('2_later', 'CREATE TABLE later (id TEXT);')
    await migrate(database, migrations)
    rmSync(path.join(migrations, '2_later'), { recursive: true })
    await expect(migrate(database, migrations)).rejects.toThrow(
      'Cannot open a database that is newer than this program: it has migration "2_later"',
    )
  })

  test('refuses to go on after a migration that prisma migrate did not finish', async () => {
    await migrate(database, migrations)
    await run('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(database, migrations)).rejects.toThrow(
      'Cannot go on after migration "1_parents", which started and did not finish',
    )
  })

  test('of two processes at once applies each migration once', async () => {
    const other = await openDatabase(`file:${database.file}`)
    const results = await Promise.all([migrate(database, migrations), migrate(other, migrations)])
    expect(countMigrations(database, migrations)).toEqual({ applied: 1, pending: 0 })
    expect(results.length).toBe(2)
    await other.close()
  })
})

test('readMigrations says where it found none', () => {
  mkdirSync(path.join(folder, 'empty'))
  expect(() => readMigrations(path.join(folder, 'empty'))).toThrow(`Cannot find a migration in "${folder}/empty"`)
})
