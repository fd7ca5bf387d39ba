import 'server-only'
import { z } from 'zod'

// How a column is written, and read from a row that came by a raw statement (text and numbers) or by Prisma.

/** The columns that `row` reads, for the SELECT of a statement in which the table is called `table`. */
export function columnsOf(row: z.ZodObject, table: string): string {
  return Object.keys(row.shape)
    .map((column) => `${table}."${column}"`)
    .join(', ')
}

/** Reads a JSON column whose shape lib/items knows; here it is any JSON value. */
export const jsonColumn = z.string().transform((text): unknown => JSON.parse(text))

/** Writes a JSON column. Throws where `value` has no JSON, as undefined has none. */
export function toJsonColumn(value: unknown): string {
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new Error(`Cannot store ${String(value)}: it has no JSON`)
  return text
}

/** Reads a JSON column of words, such as topics. */
export const wordsColumn = jsonColumn.pipe(z.array(z.string()).readonly())

/** Reads a DateTime. */
export const instantColumn = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))])

/**
 * Writes a DateTime as Prisma's adapter does on SQLite (its format "iso8601"), so that raw statements and Prisma read each
 * other's rows, and so that the order of the texts is the order of the instants.
 */
export function toInstantColumn(instant: Date): string {
  return instant.toISOString().replace('Z', '+00:00')
}

/** Reads a Boolean, which SQLite keeps as 0 or 1. */
export const booleanColumn = z.union([z.boolean(), z.literal([0, 1]).transform((value) => value === 1)])
