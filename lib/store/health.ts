import 'server-only'
import { database } from './database'
import { countMigrations, type MigrationCount } from './migrate'

export type StoreHealth = {
  /** 'cannot write': the newest commit failed on the disk; nothing was acknowledged, and reading goes on. */
  readonly database: 'ok' | 'cannot write'
  readonly migrations: MigrationCount
}

/** How the store is. Throws where it cannot be opened or read at all. */
export async function storeHealth(): Promise<StoreHealth> {
  const opened = await database()
  return {
    database: opened.writer.diskFailure() === undefined ? 'ok' : 'cannot write',
    migrations: countMigrations(opened),
  }
}
