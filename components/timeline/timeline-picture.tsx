import { useId } from 'react'
import { fill } from '@/components/practice/fill'
import { type Side, sides } from '@/lib/tcp/peers/configuration'
import type { Stay, Timeline } from '@/lib/tcp/peers/timeline'
import { momentOf, rowHeight } from './geometry'
import { NoteMark, noteLines, StayBar, StayName } from './lifeline'
import { inStrips, Strips } from './strips'
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
  const leaving = inStrips(arrows, ({ leaves }) => leaves)
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
          <Strips
            rows={timeline.rows}
            current={current}
            isWhole={({ nth, end }) => (leaving[nth] ?? []).every(({ leaves, ends }) => (ends?.row ?? leaves) < end)}
          >
            {({ nth }) =>
              leaving[nth]?.map((arrow) => (
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
  const [staysIn, notesIn] = [inStrips(stays, ({ row }) => row), inStrips(notes, ({ row }) => row)]
  const bars = stays.map((stay, index) => ({ ...stay, ...lastsAlong(stay, stays[index + 1], timeline) }))
  return (
    <div>
      <Strips rows={timeline.rows} current={current} isWhole={() => true}>
        {(strip) => (
          <>
            {bars.map(({ row, from, to, states }) => {
              const top = Math.max(from, strip.first * rowHeight)
              const bottom = Math.min(to, strip.end * rowHeight)
              return top < bottom && <StayBar key={row} side={side} states={states.join(' ')} from={top} to={bottom} />
            })}
            {staysIn[strip.nth]?.map(({ row, states }) => (
              <StayName
                key={row}
                side={side}
                row={row}
                states={states.join(' ')}
                above={above.get(row) ?? 0}
                texts={texts}
              />
            ))}
            {notesIn[strip.nth]?.map(({ row, what, name }) => (
              <NoteMark key={row} side={side} row={row} what={what} name={name} crash={texts.crashMark} />
            ))}
          </>
        )}
      </Strips>
    </div>
  )
}

/** From where to where a stay lasts, in px: it ends at the moment at which the next begins. */
function lastsAlong({ row }: Stay, next: Stay | undefined, { rows }: Timeline) {
  return { from: row === 0 ? 0 : momentOf(row), to: next === undefined ? rows * rowHeight : momentOf(next.row) }
}
