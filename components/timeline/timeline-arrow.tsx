import { memo } from 'react'
import type { Side } from '@/lib/tcp/peers/configuration'
import type { TimelineArrow } from '@/lib/tcp/peers/timeline'
import { type Point, segmentLines, type Way, wayOf } from './geometry'
import type { TimelineTexts } from './texts'

type Props = {
  readonly arrow: TimelineArrow
  readonly texts: TimelineTexts
  /** A word or two that stand under the segment: that it is a retransmission, say. */
  readonly remark: string | undefined
  /** The first part of the ids of the arrow heads. */
  readonly id: string
}

const tone = { A: 'text-peer-a', B: 'text-peer-b' } as const satisfies Record<Side, string>

/** Dashes for what the network copied, dots for what an older connection left: to be told apart without colour. */
const dashes = { sent: undefined, copy: '7 4', old: '1.5 4' } as const

function isSame(a: Props, b: Props): boolean {
  const same = a.texts === b.texts && a.remark === b.remark && a.id === b.id
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
export const ArrowBetween = memo(function ArrowBetween({ arrow, texts, remark, id }: Props) {
  const { from, segment, leaves, ends, origin, number } = arrow
  const how = ends?.how ?? 'flies'
  const way = wayOf({ fromA: from === 'A', origin, leaves, how, ends: ends?.row ?? leaves })
  const mark = origin === 'sent' ? '' : ` ${texts[origin === 'copy' ? 'copyMark' : 'oldMark']}`
  const { whole, lines } = segmentLines(segment)
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
      <Label
        way={way}
        head={`${number} `}
        lines={[whole]}
        tail={mark}
        remark={remark}
        look="hidden @min-[480px]:block"
        lift={0}
      />
      <Label
        way={way}
        head={`${number} `}
        lines={lines}
        tail={mark}
        remark={remark}
        look="@min-[480px]:hidden"
        // The dots at the end of one in flight stay in sight below its lines.
        lift={how === 'flies' ? 20 : 0}
      />
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

/** The segment in words; its ground is the sheet's, so that a line that passes behind leaves it readable. */
function Label({
  way: { label },
  head,
  lines,
  tail,
  remark,
  look,
  lift,
}: {
  readonly way: Way
  readonly head: string
  readonly lines: readonly string[]
  readonly tail: string
  readonly remark: string | undefined
  readonly look: string
  /** How much higher it stands than where an arrow through one row has it, in px. */
  readonly lift: number
}) {
  const isWhole = lines.length === 1
  const rows = remark === undefined ? lines : [...lines, remark]
  return (
    <text
      x={`${label.x}%`}
      y={(isWhole ? label.y : label.y + 7) - lift}
      textAnchor={label.anchor}
      fontSize={isWhole ? 12.5 : 10.5}
      strokeWidth={5}
      strokeLinejoin="round"
      paintOrder="stroke"
      className={`fill-ink stroke-sheet font-mono ${look}`}
    >
      {rows.map((line, index) => (
        <tspan
          key={line}
          x={`${label.x}%`}
          dy={index === 0 ? 0 : 12}
          className={index >= lines.length ? 'fill-muted' : ''}
        >
          {index === 0 && <tspan className="fill-current font-semibold">{head}</tspan>}
          {line}
          {index === 0 && tail !== '' && <tspan className="fill-current font-semibold">{tail}</tspan>}
        </tspan>
      ))}
    </text>
  )
}
