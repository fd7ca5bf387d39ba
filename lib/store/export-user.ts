import 'server-only'
import { booleanColumn, instantColumn, jsonColumn } from './columns'
import { database } from './database'
import { type ColumnKind, type OwnedTable, type OwnedTableName, ownedTables } from './owned-tables'

/** A row as its owner takes it away: instants as ISO texts, JSON as JSON, and no secret. */
export type ExportedRow = Readonly<Record<string, unknown>>

export type ExportedTable = {
  readonly table: OwnedTableName
  readonly columns: readonly string[]
  readonly rows: readonly ExportedRow[]
}

const readAs: Readonly<Record<ColumnKind, (value: unknown) => unknown>> = {
  text: (value) => value,
  number: (value) => value,
  boolean: (value) => booleanColumn.parse(value),
  instant: (value) => instantColumn.parse(value).toISOString(),
  json: (value) => jsonColumn.parse(value),
}

/** Everything that is the user's, table by table, in the order of the list; tables that give nothing away are left out. */
export async function exportUser(userId: string): Promise<readonly ExportedTable[]> {
  const { read } = await database()
  return ownedTables.flatMap((owned: OwnedTable & { readonly table: OwnedTableName }) => {
    const { table, mine, withheld = '0' } = owned
    const columns = Object.keys(owned.columns)
    if (columns.length === 0) return []
    const names = columns.map((column) => `"${column}"`).join(', ')
    const rows = read<[{ userId: string }], Record<string, unknown>>(
      `SELECT ${names} FROM "${table}" WHERE ${mine} AND NOT (${withheld}) ORDER BY 1, 2`,
    ).all({ userId })
    return [{ table, columns, rows: rows.map((row) => exportRow(owned, row)) }]
  })
}

function exportRow({ columns }: OwnedTable, row: Readonly<Record<string, unknown>>): ExportedRow {
  return Object.fromEntries(
    Object.entries(columns).map(([column, kind]) => {
      const value = row[column] ?? null
      return [column, value === null ? null : readAs[kind](value)]
    }),
  )
}
