'use client'

import { textLink } from '@/components/ui/text-link'

/** A student's line in words; `cells` are joined by `between`, in the order of the assignments. */
export type GradebookRow = {
  readonly userId: string
  readonly name: string
  /** That they left; null for who is there. */
  readonly left: string | null
  readonly total: string
  readonly cells: string
}

type Props = { readonly rows: readonly GradebookRow[]; readonly between: string }

/**
 * The lines of a gradebook. It has no state: it is here so that nine thousand cells go to the browser once as HTML and once
 * as three hundred short texts, where a Server Component would send each cell a second time as an element.
 */
export function GradebookRows({ rows, between }: Props) {
  return (
    <tbody>
      {rows.map(({ userId, name, left, total, cells }) => (
        <tr key={userId}>
          <th
            scope="row"
            className="sticky left-0 z-1 min-w-36 max-w-64 bg-sheet px-3 py-1 text-left font-normal [overflow-wrap:anywhere] print:static"
          >
            <a className={`inline-flex min-h-8 items-center ${textLink}`} href={`gradebook/${userId}`}>
              {name}
            </a>
            {left !== null && <span className="block text-muted text-sm">{left}</span>}
          </th>
          <td className="font-semibold">{total}</td>
          {cells.split(between).map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is what stands at its place
            <td key={index}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
