import 'server-only'
import type Sqlite from 'better-sqlite3'

/**
 * Gives the statement for `sql`, compiled once per connection. pluck() and raw() give one of their own, so that nobody's
 * way of reading changes the rows of who uses the same text.
 * `Row` is what the caller expects, not what SQLite promises: parse what matters.
 */
export type Prepare = <Parameters extends unknown[], Row = unknown>(sql: string) => Sqlite.Statement<Parameters, Row>

type Mode = 'rows' | 'pluck' | 'raw'
type Statement = Sqlite.Statement<unknown[], unknown>

/**
 * Makes the cache of statements of one connection. Whole numbers come back as numbers, not as the bigints that the
 * Prisma adapter sets as the default of its connections.
 */
export function createPrepare(connection: Sqlite.Database): Prepare {
  const statements = { rows: new Map(), pluck: new Map(), raw: new Map() } satisfies Record<
    Mode,
    Map<string, Statement>
  >
  const find = (sql: string, mode: Mode): Statement => statements[mode].get(sql) ?? make(sql, mode)
  const make = (sql: string, mode: Mode): Statement => {
    const statement: Statement = connection.prepare<unknown[]>(sql).safeIntegers(false)
    if (mode !== 'rows') statement[mode]()
    // better-sqlite3 sets these for good on the statement itself.
    Object.assign(statement, { pluck: () => find(sql, 'pluck'), raw: () => find(sql, 'raw') })
    statements[mode].set(sql, statement)
    return statement
  }
  return <Parameters extends unknown[], Row>(sql: string) => find(sql, 'rows') as Sqlite.Statement<Parameters, Row>
}
