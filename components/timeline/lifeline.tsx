import { memo } from 'react'
import { fill } from '@/components/practice/fill'
import type { Side } from '@/lib/tcp/peers/configuration'
import type { TimelineNote } from '@/lib/tcp/peers/timeline'
import { phaseOf } from '@/lib/tcp/states'
import { momentOf } from './geometry'
import { phaseFill } from './phase-fill'
import type { TimelineTexts } from './texts'

/** How many lines of states fit between two rows; a set of more is cut, and the twin says all of it. */
const mostLines = 3

type NameProps = {
  readonly side: Side
  readonly row: number
  /** The states in one text, so that a stay that is the same is not drawn anew. */
  readonly states: string
  /** How many lines a note takes before them. */
  readonly above: number
  readonly texts: TimelineTexts
}

/** The name of the state that begins here, beside the lifeline; several where it can't be known. */
export const StayName = memo(function StayName({ side, row, states, above, texts }: NameProps) {
  const all = states.split(' ')
  const most = mostLines - above
  const shown = all.length > most ? all.slice(0, most - 1) : all
  const lines = shown.length < all.length ? [...shown, fill(texts.more, { count: all.length - shown.length })] : shown
  const [only] = all
  const look =
    all.length === 1 && only !== undefined ? phaseFill[phaseOf[only as keyof typeof phaseOf]].name : 'fill-ink'
  const x = side === 'A' ? '100%' : '0%'
  return (
    <text
      textAnchor={side === 'A' ? 'end' : 'start'}
      className={`font-mono font-semibold text-[11px] @min-[480px]:text-[13px] ${look}`}
    >
      {lines.map((line, index) => (
        <tspan key={line} x={x} dx={side === 'A' ? -9 : 9} y={momentOf(row) + 4 + 13 * (above + index)}>
          {line}
        </tspan>
      ))}
    </text>
  )
})

type NoteProps = Omit<TimelineNote, 'side'> & { readonly side: Side; readonly crash: string }

/** A call, a timer or a crash, with its mark on the lifeline. */
export const NoteMark = memo(function NoteMark({ side, row, what, name, crash }: NoteProps) {
  const x = side === 'A' ? '100%' : '0%'
  const words = what === 'crash' ? [crash] : noteLines(name)
  return (
    <>
      <svg
        x={x}
        y={momentOf(row)}
        overflow="visible"
        aria-hidden="true"
        className={side === 'A' ? 'text-peer-a' : 'text-peer-b'}
      >
        <Mark what={what} />
      </svg>
      <text
        textAnchor={side === 'A' ? 'end' : 'start'}
        className={`text-[11px] @min-[480px]:text-[12.5px] ${what === 'crash' ? 'fill-wrong font-semibold' : 'fill-ink'}`}
      >
        {words.map((line, index) => (
          <tspan key={line} x={x} dx={side === 'A' ? -11 : 11} y={momentOf(row) + 4 + 13 * index}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  )
})

/** `RETRANSMISSION TIMEOUT` does not fit beside a lifeline on a phone, so each timeout takes two lines. */
export function noteLines(name: string): readonly string[] {
  return name.length > 13 ? name.split(/ (?=TIMEOUT|without|OPEN)/).slice(0, 2) : [name]
}

/** A dot for a call, a clock for a timer, a bolt for a crash. */
function Mark({ what }: { readonly what: TimelineNote['what'] }) {
  switch (what) {
    case 'call':
      return <circle r={4.5} className="fill-sheet" stroke="currentColor" strokeWidth={2} />
    case 'timeout':
      return (
        <>
          <circle r={6.5} className="fill-sheet" stroke="currentColor" strokeWidth={1.75} />
          <path d="M0 -3.5 V0 L2.5 2" fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" />
        </>
      )
    case 'crash':
      return (
        <path
          d="M2 -9 L-5 1 H0 L-2 9 L5 -2 H0 Z"
          className="fill-wrong stroke-sheet"
          strokeWidth={1.5}
          paintOrder="stroke"
        />
      )
  }
}

/** The lifeline while one stay lasts, or a part of it, in px: a bar in the phase's colour, a broken line where there is no TCB. */
export const StayBar = memo(function StayBar({
  side,
  states,
  from,
  to,
}: {
  readonly side: Side
  readonly states: string
  readonly from: number
  readonly to: number
}) {
  const x = side === 'A' ? '100%' : '0%'
  const line = side === 'A' ? 'stroke-peer-a' : 'stroke-peer-b'
  const all = states.split(' ')
  const only = all.length === 1 ? (all[0] as keyof typeof phaseOf) : undefined
  if (only === 'CLOSED') {
    return <line x1={x} x2={x} y1={from} y2={to} className={line} strokeWidth={1.5} strokeDasharray="2 5" />
  }
  return (
    <>
      {only !== undefined && (
        <svg x={x} y={from} overflow="visible" aria-hidden="true">
          <rect
            x={-3.5}
            width={7}
            height={Math.max(0, to - from)}
            className={`${phaseFill[phaseOf[only]].bar} opacity-45`}
          />
        </svg>
      )}
      <line x1={x} x2={x} y1={from} y2={to} className={line} strokeWidth={2} />
    </>
  )
})
