import type { ReactNode } from 'react'
import { CurrentRow } from './current-row'
import { rowHeight } from './geometry'

/** How many rows are one picture: what is added below relays out no more than the last of them. Its height stands in `offscreen`. */
const stripRows = 10

/** In px, under the last row. */
const below = 10

/** A strip that is out of sight is not laid out or painted; a little of it may stand out above and below. */
const offscreen = '[contain-intrinsic-height:480px] [content-visibility:auto] [overflow-clip-margin:24px]'

/** Rows of the diagram: the place of the strip, from 0, its first row, and the row after its last. */
export type Strip = { readonly nth: number; readonly first: number; readonly end: number }

/** Things that begin in rows, by the strips in which they do; a strip in which nothing begins may be missing. */
export function inStrips<Thing>(things: readonly Thing[], rowOf: (thing: Thing) => number): readonly Thing[][] {
  const strips: Thing[][] = []
  for (const thing of things) {
    const nth = Math.floor(rowOf(thing) / stripRows)
    strips[nth] ??= []
    strips[nth]?.push(thing)
  }
  return strips
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
    const strip = { nth, first, end }
    const height = (end - first) * rowHeight + (end === rows ? below : 0)
    // The last two are where somebody is who plays: what begins and ends there would turn one on and off.
    const isOff = end + stripRows < rows && isWhole(strip)
    return (
      <div key={first} className={isOff ? offscreen : ''}>
        <svg width="100%" height={height} overflow="visible" aria-hidden="true" className="block">
          <g transform={`translate(0 ${-first * rowHeight})`}>
            {current !== undefined && first <= current && current < end && <CurrentRow row={current} />}
            {children(strip)}
          </g>
        </svg>
      </div>
    )
  })
}
