import { memo } from 'react'
import type { Side } from '@/lib/tcp/peers/configuration'
import type { TimelineArrow } from '@/lib/tcp/peers/timeline'
import { labelLines, type Point, segmentLines, type Way, wayOf } from './geometry'
import type { TimelineTexts } from './texts'

type Props = {
  readonly arrow: TimelineArrow
  readonly texts: TimelineTexts
  /** A word or two that stand under the segment: that it is a retransmission, say. */
  readonly remark: string | undefined
  /** Whether the remark is that something is wrong. */
  readonly isFlagged: boolean
  /** Whether the numbers of the picture are long, as those of real hosts are: they need more room to stand in one line. */
  readonly isLong: boolean
  /** The first part of the ids of the arrow heads. */
  readonly id: string
}

const tone = { A: 'text-peer-a', B: 'text-peer-b' } as const satisfies Record<Side, string>

/** Dashes for what the network copied, dots for what an older connection left: to be told apart without colour. */
const dashes = { sent: undefined, copy: '7 4', old: '1.5 4' } as const

/** From which width on a segment stands in one line, and below which in several. */
const looks = {
  short: { whole: 'hidden @min-[600px]:block', parts: '@min-[600px]:hidden' },
  long: { whole: 'hidden @min-[720px]:block', parts: '@min-[720px]:hidden' },
} as const

function isSame(a: Props, b: Props): boolean {
  const same =
    a.texts === b.texts &&
    a.remark === b.remark &&
    a.isFlagged === b.isFlagged &&
    a.isLong === b.isLong &&
    a.id === b.id
  const { arrow: one } = a
  const { arrow: other } = b
  const stood = one.number === other.number && one.leaves === other.leaves && one.origin === other.origin
  const ended = one.ends?.how === other.ends?.how && one.ends?.row === other.ends?.row
  return same && stood && ended && one.from === other.from && isSameSegment(one.segment, other.segment)
}

function isSameSegment(a: TimelineArrow['segment'], b: TimelineArrow['segment']): boolean {
  return a === b || (a.seq === b.seq && a.ack === b.ack && a.len === b.len && a.ctl.join() === b.ctl.join())
}

/** One segment between the two lifelines. */
export const ArrowBetween = memo(function ArrowBetween({ arrow, texts, remark, isFlagged, isLong, id }: Props) {
  const { from, segment, leaves, ends, origin, number } = arrow
  const how = ends?.how ?? 'flies'
  const way = wayOf({ fromA: from === 'A', origin, leaves, how, ends: ends?.row ?? leaves })
  const mark = origin === 'sent' ? '' : ` ${texts[origin === 'copy' ? 'copyMark' : 'oldMark']}`
  const { whole, lines } = segmentLines(segment)
  const said = { way, head: `${number} `, tail: mark, remark, isFlagged, isLong }
  return (
    <g className={tone[from]}>
      <line
        x1={`${way.from.x}%`}
        y1={way.from.y}
        x2={`${way.to.x}%`}
        y2={way.to.y}
        stroke="currentColor"
        strokeWidth={1.75}
        strokeDasharray={dashes[origin]}
        strokeLinecap="round"
        markerEnd={how === 'arrives' ? `url(#${id}-${from})` : undefined}
      />
      {how === 'lost' && <Cross at={way.to} />}
      {how === 'flies' && <OpenEnd at={way.to} fromA={from === 'A'} />}
      {origin !== 'sent' && <circle cx={`${way.from.x}%`} cy={way.from.y} r={3} fill="currentColor" />}
      <Label {...said} lines={[whole]} lift={0} look={looks[isLong ? 'long' : 'short'].whole} />
      {/* The dots at the end of one in flight stay in sight below its lines. */}
      <Label {...said} lines={lines} lift={how === 'flies' ? 20 : 0} look={looks[isLong ? 'long' : 'short'].parts} />
    </g>
  )
}, isSame)

function Cross({ at }: { readonly at: Point }) {
  return (
    <svg x={`${at.x}%`} y={at.y} overflow="visible" aria-hidden="true" className="text-wrong">
      <path d="M-6 -6 L6 6 M6 -6 L-6 6" stroke="currentColor" strokeWidth={2.5} strokeLinecap="round" />
    </svg>
  )
}

/** Three dots: the segment is still on its way. */
function OpenEnd({ at, fromA }: { readonly at: Point; readonly fromA: boolean }) {
  return (
    <svg x={`${at.x}%`} y={at.y} overflow="visible" aria-hidden="true">
      {[8, 15, 22].map((dx, index) => (
        <circle key={dx} cx={fromA ? dx : -dx} cy={(index + 1) * 2} r={1.75} fill="currentColor" />
      ))}
    </svg>
  )
}

type LabelProps = Pick<Props, 'remark' | 'isFlagged' | 'isLong'> & {
  readonly way: Way
  readonly head: string
  readonly lines: readonly string[]
  readonly tail: string
  /** How much higher it stands than where an arrow through one row has it, in px. */
  readonly lift: number
  readonly look: string
}

/** The segment in words; its ground is the sheet's, so that a line that passes behind leaves it readable. */
function Label({ way, head, lines, tail, remark, isFlagged, isLong, lift, look }: LabelProps) {
  const { label } = way
  const top = label.y - lift
  const offsets = labelLines(way, lines.length)
  return (
    <text
      x={`${label.x}%`}
      textAnchor={label.anchor}
      fontSize={lines.length > 1 ? 10.5 : isLong ? 11.5 : 12.5}
      strokeWidth={5}
      strokeLinejoin="round"
      paintOrder="stroke"
      className={`fill-ink stroke-sheet font-mono ${look}`}
    >
      {lines.map((line, index) => (
        <tspan key={line} x={`${label.x}%`} y={top + (offsets.lines[index] ?? 0)}>
          {index === 0 && <tspan className="fill-current font-semibold">{head}</tspan>}
          {line}
          {index === 0 && tail !== '' && <tspan className="fill-current font-semibold">{tail}</tspan>}
        </tspan>
      ))}
      {remark !== undefined && (
        <tspan
          x={`${label.x}%`}
          y={top + offsets.remark}
          className={isFlagged ? 'fill-wrong font-semibold' : 'fill-muted'}
        >
          {remark}
        </tspan>
      )}
    </text>
  )
}
