import type { ReactNode } from 'react'
import { CurrentRow } from './current-row'
import { rowHeight } from './geometry'

/** How many rows are one picture: what is added below relays out no more than the last of them. Its height stands in `offscreen`. */
const stripRows = 10

/** In px, under the last row. */
const below = 10

/** A strip that is out of sight is not laid out or painted; a little of it may stand out above and below. */
const offscreen = '[contain-intrinsic-height:480px] [content-visibility:auto] [overflow-clip-margin:24px]'

/** Rows of the diagram, from the first to before the end. */
export type Strip = { readonly first: number; readonly end: number }

export function isWithin({ first, end }: Strip, row: number): boolean {
  return row >= first && row < end
}

type Props = {
  readonly rows: number
  readonly current: number | undefined
  /** Whether nothing that begins in a strip reaches far out of it. */
  readonly isWhole: (strip: Strip) => boolean
  readonly children: (strip: Strip) => ReactNode
}

/** A column of the diagram, in strips that follow on each other; what begins in a strip is drawn in it. */
export function Strips({ rows, current, isWhole, children }: Props) {
  return Array.from({ length: Math.ceil(rows / stripRows) }, (_, nth) => {
    const first = nth * stripRows
    const end = Math.min(rows, first + stripRows)
    const strip = { first, end }
    const height = (end - first) * rowHeight + (end === rows ? below : 0)
    return (
      <div key={first} className={end < rows && isWhole(strip) ? offscreen : ''}>
        <svg width="100%" height={height} overflow="visible" aria-hidden="true" className="block">
          <g transform={`translate(0 ${-first * rowHeight})`}>
            {current !== undefined && isWithin(strip, current) && <CurrentRow row={current} />}
            {children(strip)}
          </g>
        </svg>
      </div>
    )
  })
}
