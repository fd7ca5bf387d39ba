import { strToU8, zipSync } from 'fflate'
import { type Cell, writeCsv } from './csv'

type Table = {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** The shape of the JSON, docs/export.md. It grows with what programs can ignore; anything else is another version. */
const exportVersion = 1

/** Everything of somebody's as one JSON text. */
export function writeJson(tables: readonly Table[], exportedAt: Date): string {
  const rows = Object.fromEntries(tables.map((table) => [table.table, table.rows]))
  const file = { format: 'timewait', version: exportVersion, exportedAt: exportedAt.toISOString(), tables: rows }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The same as a zip of one CSV file per table. */
export function writeZip(tables: readonly Table[], exportedAt: Date): Uint8Array {
  const files = tables.map(({ table, columns, rows }) => {
    const cells = rows.map((row) => columns.map((column) => cellOf(row[column])))
    return [`${table}.csv`, strToU8(writeCsv(columns, cells))] as const
  })
  return zipSync(Object.fromEntries(files), { mtime: exportedAt })
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}
