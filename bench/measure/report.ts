/** One line of a bench's table: what was measured, and what it should be. */
export type Figure = {
  readonly name: string
  readonly measured: number
  readonly unit: string
  /** The limit it has to keep; absent where the figure is the machine's own limit or tells only how things are. */
  readonly target?: { readonly atLeast: number } | { readonly below: number }
}

/** Prints a bench's table and, as the last line, its figures as JSON. A missed target is no failure: it is a figure. */
export function report(bench: string, figures: readonly Figure[]): void {
  const rows = figures.map((figure) => [figure.name, `${written(figure.measured)} ${figure.unit}`, verdict(figure)])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  const json = Object.fromEntries(figures.map(({ name, measured }) => [name, Number(measured.toPrecision(4))]))
  console.log(JSON.stringify({ bench, ...json }))
}

function verdict({ measured, target }: Figure): string {
  if (target === undefined) return ''
  if ('atLeast' in target)
    return `target >= ${written(target.atLeast)}: ${measured >= target.atLeast ? 'met' : 'MISSED'}`
  return `target < ${written(target.below)}: ${measured < target.below ? 'met' : 'MISSED'}`
}

function written(number: number): string {
  if (number >= 1e6) return `${(number / 1e6).toFixed(1)} million`
  return number >= 100 ? Math.round(number).toLocaleString('en') : String(Number(number.toPrecision(3)))
}
