import type { ReactNode } from 'react'

export type TwinRow = { readonly key: string | number; readonly cells: readonly ReactNode[] }

type Props = {
  /** What opens the table. */
  readonly open: string
  readonly caption: string
  readonly head: readonly ReactNode[]
  readonly rows: readonly TwinRow[]
}

/** The same as a picture, in numbers, for those who would rather read or do not see it. */
export function TableTwin({ open, caption, head, rows }: Props) {
  return (
    <details className="group/twin">
      <summary className="min-h-8 w-fit cursor-pointer py-1 text-accent">{open}</summary>
      <table className="mt-2 w-full max-w-text border-collapse text-[0.88em] tabular-nums sm:text-[0.94em]">
        <caption className="pb-1 text-left text-muted">{caption}</caption>
        <thead>
          <tr className="border-edge border-b">
            {head.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
              <th key={index} scope="col" className={`py-1 font-medium ${sideOf(index, head.length)}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-rule border-b">
              {cells.map((cell, index) =>
                index === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <th key={index} scope="row" className="py-1 pr-2 text-left font-normal">
                    {cell}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <td key={index} className={`py-1 ${sideOf(index, cells.length)}`}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The first column names the row; the others are numbers, which end under each other. */
function sideOf(index: number, length: number): string {
  return index === 0 ? 'pr-2 text-left' : index === length - 1 ? 'text-right' : 'pr-2 text-right'
}
