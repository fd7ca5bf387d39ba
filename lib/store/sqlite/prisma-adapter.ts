import 'server-only'
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import Sqlite from 'better-sqlite3'
import type { Connection } from './connection'
import { isBusy } from './sqlite-error'
import type { OpenTransaction, Writer } from './writer'

type Parts = { readonly reading: Connection; readonly writing: Connection; readonly writer: Writer }

const name = { provider: 'sqlite', adapterName: 'timewait-better-sqlite3' } as const

/**
 * Prisma's adapter for better-sqlite3 made safe for more than one request at a time. The stock one runs every request on
 * one connection and ends transactions without looking, so that an acknowledged write can disappear with the rollback
 * of a transaction it never belonged to (reliability F1) and one failed COMMIT poisons the process (F2, prisma/orm#29933).
 * Here a SELECT outside of a transaction reads what is committed, on a connection of its own; every other statement
 * outside of a transaction waits for its turn and gets a transaction of its own; and this file, not Prisma, ends them.
 * Departs: each SELECT of one Prisma call sees the newest commit, as under READ COMMITTED; only a transaction is a snapshot.
 */
export function createPrismaAdapter({ reading, writing, writer }: Parts): SqlDriverAdapterFactory {
  async function inItsOwnTransaction<T>(run: (stock: SqlQueryable) => Promise<T>): Promise<T> {
    const transaction = await begin(writer)
    try {
      const result = await run(writing.stock)
      asDriverError(() => transaction.commit())
      return result
    } finally {
      transaction.rollback()
    }
  }

  const adapter: SqlDriverAdapter = {
    ...name,
    queryRaw: (query) =>
      isSelect(query) ? reading.stock.queryRaw(query) : inItsOwnTransaction((stock) => stock.queryRaw(query)),
    executeRaw: (query) => inItsOwnTransaction((stock) => stock.executeRaw(query)),
    executeScript: (script) => inItsOwnTransaction(() => writing.stock.executeScript(script)),
    async startTransaction(level) {
      if (level && level !== 'SERIALIZABLE') throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level })
      return createTransaction(writing, await begin(writer))
    },
    // The connections belong to whoever opened them.
    dispose: async () => {},
  }
  return { ...name, connect: async () => adapter }
}

function createTransaction({ sqlite, stock }: Connection, { commit, rollback }: OpenTransaction): Transaction {
  /** After a full disk SQLite may have ended the transaction by itself: the next statement would commit on its own. */
  async function inside<T>(run: () => Promise<T>): Promise<T> {
    if (sqlite.inTransaction) return run()
    throw new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'SQLite has rolled the transaction back' })
  }
  const execute = async (sql: string) => {
    await inside(() => stock.executeRaw({ sql, args: [], argTypes: [] }))
  }
  return {
    ...name,
    // "Phantom": Prisma sends no COMMIT or ROLLBACK of its own and calls the two below instead.
    options: { usePhantomQuery: true },
    queryRaw: (query) => inside(() => stock.queryRaw(query)),
    executeRaw: (query) => inside(() => stock.executeRaw(query)),
    commit: async () => asDriverError(commit),
    rollback: async () => asDriverError(rollback),
    createSavepoint: (savepoint) => execute(`SAVEPOINT ${savepoint}`),
    rollbackToSavepoint: (savepoint) => execute(`ROLLBACK TO ${savepoint}`),
    releaseSavepoint: (savepoint) => execute(`RELEASE SAVEPOINT ${savepoint}`),
  }
}

const isSelect = (query: SqlQuery) => /^\s*select\b/i.test(query.sql)

async function begin(writer: Writer): Promise<OpenTransaction> {
  try {
    return await writer.begin()
  } catch (error) {
    throw driverError(error)
  }
}

function asDriverError<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw driverError(error)
  }
}

/** Prisma takes only errors of its own kind for an answer of the database; busy becomes its P1008. */
function driverError(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error
  const original = { originalCode: error.code, originalMessage: error.message }
  if (isBusy(error)) return new DriverAdapterError({ ...original, kind: 'SocketTimeout' })
  return new DriverAdapterError({ ...original, kind: 'sqlite', extendedCode: 1, message: error.message })
}
