export type Table = {
  /** What each row and each column sums to; both have the same total. */
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  /** How much a cell holds at most, by row and column. */
  readonly room: readonly (readonly number[])[]
}

export type Dealt =
  | { readonly kind: 'dealt'; readonly cells: readonly (readonly number[])[] }
  /** No table has these sums: this row cannot be filled, for want of room in this column among others. */
  | { readonly kind: 'short'; readonly row: number; readonly column: number; readonly missing: number }

/**
 * Fills a table of whole numbers to the given sums, each row as near to the shares of the columns as they come: one by one
 * into the column that is furthest behind, among those with room. Where none has, a row that came earlier makes room
 * (augmenting paths, Ford and Fulkerson 1956), so that it fails only where there is no such table.
 */
export function deal({ rows, columns, room }: Table): Dealt {
  const total = rows.reduce((all, count) => all + count, 0)
  const cells = rows.map(() => columns.map(() => 0))
  const dealt = columns.map(() => 0)
  const cell = (row: number, column: number) => cells[row]?.[column] ?? 0
  const put = (row: number, column: number, by: number) => {
    const line = cells[row]
    if (line !== undefined) line[column] = cell(row, column) + by
  }
  const hasRoom = (row: number, column: number) => cell(row, column) < (room[row]?.[column] ?? 0)
  const isOpen = (column: number) => (dealt[column] ?? 0) < (columns[column] ?? 0)
  const add = (row: number, column: number) => {
    put(row, column, 1)
    dealt[column] = (dealt[column] ?? 0) + 1
  }

  function augment(row: number, tried: Set<number>): boolean {
    for (const column of columns.keys()) {
      if (tried.has(column) || !hasRoom(row, column)) continue
      tried.add(column)
      if (isOpen(column)) {
        add(row, column)
        return true
      }
      const mover = [...rows.keys()].find((other) => other !== row && cell(other, column) > 0 && augment(other, tried))
      if (mover === undefined) continue
      put(mover, column, -1)
      put(row, column, 1)
      return true
    }
    return false
  }

  let place = 0
  for (const [row, count] of rows.entries()) {
    for (let seat = 0; seat < count; seat++) {
      place++
      const behind = (column: number) => (columns[column] ?? 0) * place - (dealt[column] ?? 0) * total
      const [next] = [...columns.keys()]
        .filter((column) => isOpen(column) && hasRoom(row, column))
        .sort((a, b) => behind(b) - behind(a))
      if (next !== undefined) add(row, next)
      else if (!augment(row, new Set())) {
        return {
          kind: 'short',
          row,
          column: Math.max(
            0,
            columns.findIndex((_, at) => isOpen(at)),
          ),
          missing: count - seat,
        }
      }
    }
  }
  return { kind: 'dealt', cells }
}
