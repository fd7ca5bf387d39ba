import { type ReactNode, useId } from 'react'
import { fill } from '@/components/practice/fill'
import { type Side, sides } from '@/lib/tcp/peers/configuration'
import type { Stay, Timeline } from '@/lib/tcp/peers/timeline'
import { momentOf, rowHeight } from './geometry'
import { NoteMark, noteLines, StayBar, StayName } from './lifeline'
import type { TimelineTexts } from './texts'
import { ArrowBetween } from './timeline-arrow'

export type PictureProps = {
  readonly timeline: Timeline
  readonly texts: TimelineTexts
  /** What the two endpoints are called; A and B where nothing is said. */
  readonly names?: Readonly<Record<Side, string>> | undefined
  /** What is said under a segment, by its number. */
  readonly remarks?: Readonly<Record<number, string>> | undefined
  /** Those of them that say that something is wrong. */
  readonly flagged?: ReadonlySet<number> | undefined
  /** The row that is looked at. */
  readonly current?: number | undefined
}

/**
 * A sequence diagram, A left and B right, time running down. Across it is drawn in hundredths and down in px, so it fits
 * every width without a word getting smaller. It renders on the server; what it says stands in words in TimelineWords.
 */
export function TimelinePicture({ timeline, texts, names, remarks, flagged, current }: PictureProps) {
  const id = useId()
  const { arrows } = timeline
  const called = names ?? { A: texts.peerA, B: texts.peerB }
  const isLong = arrows.some(({ segment: { seq, ack } }) => seq >= 100_000 || (ack ?? 0) >= 100_000)
  return (
    <div
      role="img"
      aria-label={fill(texts.picture, { left: called.A, right: called.B })}
      className="@container select-none bg-sheet"
    >
      <div aria-hidden="true" className="flex flex-wrap justify-between gap-x-4 px-2 pt-2 pb-1 font-semibold text-sm">
        <span className="wrap-anywhere text-peer-a">{called.A}</span>
        <span className="wrap-anywhere ml-auto text-right text-peer-b">{called.B}</span>
      </div>
      <div className="grid grid-cols-[91px_minmax(0,1fr)_91px] @min-[480px]:grid-cols-[108px_minmax(0,1fr)_108px] @min-[680px]:grid-cols-[150px_minmax(0,1fr)_150px]">
        <Gutter side="A" timeline={timeline} texts={texts} current={current} />
        <div>
          <svg width="0" height="0" aria-hidden="true" className="absolute">
            <defs>
              {sides.map((side) => (
                <marker
                  key={side}
                  id={`${id}-${side}`}
                  viewBox="0 0 10 10"
                  refX={10}
                  refY={5}
                  markerWidth={10}
                  markerHeight={10}
                  markerUnits="userSpaceOnUse"
                  orient="auto"
                >
                  <path d="M0 0.5 L10 5 L0 9.5 Z" className={side === 'A' ? 'fill-peer-a' : 'fill-peer-b'} />
                </marker>
              ))}
            </defs>
          </svg>
          <Strips rows={timeline.rows} current={current}>
            {(isWithin) =>
              arrows
                .filter(({ leaves }) => isWithin(leaves))
                .map((arrow) => (
                  <ArrowBetween
                    key={arrow.number}
                    arrow={arrow}
                    texts={texts}
                    remark={remarks?.[arrow.number]}
                    isFlagged={flagged?.has(arrow.number) === true}
                    isLong={isLong}
                    id={id}
                  />
                ))
            }
          </Strips>
        </div>
        <Gutter side="B" timeline={timeline} texts={texts} current={current} />
      </div>
    </div>
  )
}

function CurrentRow({ row }: { readonly row: number }) {
  return <rect x={0} y={momentOf(row) - 12} width="100%" height={rowHeight - 4} className="fill-accent/10" />
}

/** In px, under the last row. */
const below = 10

/** How many rows are one picture: what is added below relays out no more than the last of them. */
const stripRows = 10

/** A column of the diagram, in strips that follow on each other; what begins in a strip is drawn in it, and may end below. */
function Strips({
  rows,
  current,
  children,
}: {
  readonly rows: number
  readonly current: number | undefined
  readonly children: (isWithin: (row: number) => boolean) => ReactNode
}) {
  return Array.from({ length: Math.ceil(rows / stripRows) }, (_, nth) => {
    const first = nth * stripRows
    const end = Math.min(rows, first + stripRows)
    const isWithin = (row: number) => row >= first && row < end
    const height = (end - first) * rowHeight + (end === rows ? below : 0)
    return (
      <svg key={first} width="100%" height={height} overflow="visible" aria-hidden="true" className="block">
        <g transform={`translate(0 ${-first * rowHeight})`}>
          {current !== undefined && isWithin(current) && <CurrentRow row={current} />}
          {children(isWithin)}
        </g>
      </svg>
    )
  })
}

/** One lifeline, with what stands beside it. */
function Gutter({
  side,
  timeline,
  texts,
  current,
}: Pick<PictureProps, 'timeline' | 'texts' | 'current'> & { readonly side: Side }) {
  const stays = timeline.stays.filter((stay) => stay.side === side)
  const notes = timeline.notes.filter((note) => note.side === side)
  const above = new Map(notes.map(({ row, what, name }) => [row, what === 'crash' ? 1 : noteLines(name).length]))
  const bars = stays.map((stay, index) => ({ ...stay, to: lastsUntil(stays[index + 1], timeline) }))
  return (
    <div>
      <Strips rows={timeline.rows} current={current}>
        {(isWithin) => (
          <>
            {bars
              .filter(({ row }) => isWithin(row))
              .map(({ row, to, states }) => (
                <StayBar key={row} side={side} states={states.join(' ')} from={row} to={to} />
              ))}
            {stays
              .filter(({ row }) => isWithin(row))
              .map(({ row, states }) => (
                <StayName
                  key={row}
                  side={side}
                  row={row}
                  states={states.join(' ')}
                  above={above.get(row) ?? 0}
                  texts={texts}
                />
              ))}
            {notes
              .filter(({ row }) => isWithin(row))
              .map(({ row, what, name }) => (
                <NoteMark key={row} side={side} row={row} what={what} name={name} crash={texts.crashMark} />
              ))}
          </>
        )}
      </Strips>
    </div>
  )
}

/** In rows, which need not be whole: a stay ends at the moment at which the next begins. */
function lastsUntil(next: Stay | undefined, { rows }: Timeline): number {
  return next === undefined ? rows : momentOf(next.row) / rowHeight
}
