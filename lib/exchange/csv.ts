/** A cell of a table: JSON values that are no scalars are written as JSON. */
export type Cell = string | number | boolean | null

/** What a spreadsheet would run instead of showing it (ASVS 5.0 1.2.10), with the full-width twins of the signs. */
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/

/** A text as a spreadsheet shows it: what looks like a formula gets an apostrophe. */
function defuse(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = defuse(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A table as CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheets take it for an old code page.
 * The first line has the names of the columns.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map(cellText).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
