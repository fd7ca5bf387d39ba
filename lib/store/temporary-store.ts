import 'server-only'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Database, holdDatabase, openDatabase } from './database'
import { migrate } from './migrate'

export type TemporaryStore = { readonly database: Database; close(): Promise<void> }

/** For tests: opens a new, migrated database in `parent`, which `database` gives from now on. `close` removes it. */
export async function openTemporaryStore(parent = tmpdir()): Promise<TemporaryStore> {
  const folder = mkdtempSync(path.join(parent, 'timewait-store-'))
  const database = await openDatabase(`file:${path.join(folder, 'timewait.db')}`)
  await migrate(database)
  holdDatabase(database)
  return {
    database,
    async close() {
      await database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** For tests: adds a user and returns its id. */
export async function addUser({ prisma }: Database, id: string): Promise<string> {
  await prisma.user.create({ data: { id, name: id, email: `${id}@guest.invalid`, isAnonymous: true } })
  return id
}
