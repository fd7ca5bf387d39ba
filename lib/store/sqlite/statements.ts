import 'server-only'
import type Sqlite from 'better-sqlite3'

/**
 * Gives the statement for `sql`, compiled once per connection, so that pluck() and its like stay set for the same text.
 * `Row` is what the caller expects, not what SQLite promises: parse what matters.
 */
export type Prepare = <Parameters extends unknown[], Row = unknown>(sql: string) => Sqlite.Statement<Parameters, Row>

/**
 * Makes the cache of statements of one connection. Whole numbers come back as numbers, not as the bigints that the
 * Prisma adapter sets as the default of its connections.
 */
export function createPrepare(connection: Sqlite.Database): Prepare {
  const statements = new Map<string, Sqlite.Statement<unknown[], unknown>>()
  return <Parameters extends unknown[], Row>(sql: string) => {
    const statement = statements.get(sql) ?? connection.prepare(sql).safeIntegers(false)
    statements.set(sql, statement)
    return statement as Sqlite.Statement<Parameters, Row>
  }
}
