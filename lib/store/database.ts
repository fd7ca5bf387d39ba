import 'server-only'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { env } from '../env'
import { PrismaClient } from './generated/client'
import { openConnection } from './sqlite/connection'
import type { Write } from './sqlite/group-commit'
import { createPrismaAdapter } from './sqlite/prisma-adapter'
import { createPrepare, type Prepare } from './sqlite/statements'
import { createWriter, type Writer } from './sqlite/writer'

export type Database = {
  readonly file: string
  /** For everything but the hot paths. */
  readonly prisma: PrismaClient
  /** Statements on the reading connection, which sees what is committed and refuses to write. */
  readonly read: Prepare
  /** One short, synchronous transaction, for the hot paths. */
  readonly writeNow: Write
  readonly writer: Writer
  close(): Promise<void>
}

/**
 * Opens the database that `url` names ("file:" and a path, relative to where the app was started) and makes its folder.
 * A process opens a file once: use `database` wherever the app's own is meant.
 */
export async function openDatabase(url: string): Promise<Database> {
  const file = path.resolve(url.replace(/^file:/, ''))
  mkdirSync(path.dirname(file), { recursive: true })
  const writing = await openConnection(file, 'writer')
  const reading = await openConnection(file, 'reader')
  const writer = createWriter({ sqlite: writing.sqlite, prepare: createPrepare(writing.sqlite) })
  const adapter = createPrismaAdapter({ reading, writing, writer })
  // Waiting for a turn must outlast the patience with a foreign lock, so that the answer is "busy" and not a timeout.
  const prisma = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 5_000 } })
  return {
    file,
    prisma,
    read: createPrepare(reading.sqlite),
    writeNow: writer.write,
    writer,
    async close() {
      await prisma.$disconnect()
      await writer.alone(async () => {
        reading.sqlite.close()
        writing.sqlite.close()
      })
    },
  }
}

// Next bundles the instrumentation, the routes and the pages apart, and reloads them in development: each copy of this
// module must find the same connections, or two writers would share the file.
const held = globalThis as typeof globalThis & { timewaitDatabase?: Promise<Database> }

/** The app's database, opened at the first call from DATABASE_URL. After a failure the next call tries again. */
export function database(): Promise<Database> {
  held.timewaitDatabase ??= openDatabase(env.DATABASE_URL).catch((error) => {
    delete held.timewaitDatabase
    throw error
  })
  return held.timewaitDatabase
}

/** Lets `database` give another one, for tests and tools. */
export function holdDatabase(opened: Database): void {
  held.timewaitDatabase = Promise.resolve(opened)
}
