import { formatSegment, type Segment } from '@/lib/tcp/segment'

/** The height of one row, in px: time runs down in px, so that text stays readable on every width. */
export const rowHeight = 48

/** Where in a row things happen: what arrives at its moment, what leaves a little after it. */
const momentAt = 14
const leavesAt = 22
/** A segment that leaves and arrives in one row is drawn level, below its label. */
const levelAt = 32

export function momentOf(row: number): number {
  return row * rowHeight + momentAt
}

/** One end of an arrow: how far across, in hundredths from A to B, and how far down, in px. */
export type Point = { readonly x: number; readonly y: number }

export type Way = {
  readonly from: Point
  readonly to: Point
  /** Where the label stands: in the middle of a way through one row, beside the sender of a longer one. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' }
  /** It leaves and arrives in one row: the label has room above the line and below it. */
  readonly isLevel: boolean
}

/** What is drawn of an arrow, in the RFC's order: A at 0, B at 100. */
export type Drawn = {
  readonly fromA: boolean
  readonly origin: 'sent' | 'copy' | 'old'
  readonly leaves: number
  readonly how: 'arrives' | 'lost' | 'flies'
  readonly ends: number
}

/** The way of one arrow. What the network made itself begins within it, not at its sender's line. */
export function wayOf({ fromA, origin, leaves, how, ends }: Drawn): Way {
  const across = (share: number) => (fromA ? share : 100 - share)
  const isLevel = how !== 'flies' && ends === leaves
  const startY = isLevel ? leaves * rowHeight + levelAt : leaves * rowHeight + leavesAt
  const from = { x: across(origin === 'sent' ? 0 : 16), y: startY }
  const to = { x: across({ arrives: 100, lost: 62, flies: 40 }[how]), y: endOf({ how, leaves, ends, startY }) }
  const isLong = how !== 'flies' && ends - leaves > 1
  const label = isLong
    ? { x: across(origin === 'sent' ? 4 : 20), y: startY + 12, anchor: fromA ? ('start' as const) : ('end' as const) }
    : { x: 50, y: isLevel ? startY - 6 : startY + 3, anchor: 'middle' as const }
  return { from, to, label, isLevel }
}

function endOf({ how, leaves, ends, startY }: Pick<Drawn, 'how' | 'leaves' | 'ends'> & { startY: number }): number {
  if (how === 'flies') return startY + 14
  return ends === leaves ? startY : momentOf(ends)
}

/** How far the lines of a label stand from its `y`, and how far the remark, in px. */
export function labelLines(
  { isLevel }: Pick<Way, 'isLevel'>,
  count: number,
): { readonly lines: readonly number[]; readonly remark: number } {
  const isWhole = count === 1
  const at = isLevel ? (isWhole ? [0] : [2, 16, 27]) : isWhole ? [0] : [7, 19, 31]
  const remark = isLevel ? (isWhole ? 19 : -9) : (at[count - 1] ?? 0) + 12
  return { lines: at.slice(0, count), remark }
}

/** How many letters of the small face fit between the lifelines of a phone. */
const phoneLetters = 17

/** A segment in the RFC's notation, and in lines that fit a phone: the bits first, then the numbers by their names. */
export function segmentLines(segment: Segment): { readonly whole: string; readonly lines: readonly string[] } {
  const bits = `${segment.ctl.join(',')}${segment.len > 0 ? ` +${segment.len}` : ''}`
  const seq = `SEQ=${segment.seq}`
  const numbers = segment.ack === null ? [seq] : [seq, `ACK=${segment.ack}`]
  const inOne = numbers.join(' ')
  return { whole: formatSegment(segment), lines: [bits, ...(inOne.length <= phoneLetters ? [inOne] : numbers)] }
}
