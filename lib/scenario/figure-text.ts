import { otherSide, type Side } from '../tcp/peers/configuration'
import type { TimelineArrow } from '../tcp/peers/timeline'
import { timelineOf } from '../tcp/peers/timeline-of'
import type { Segment } from '../tcp/segment'
import type { State } from '../tcp/states'
import type { Played } from './play-scenario'

/** One line of a figure: the states at both edges, where they are shown, and the segment between. */
type Line = {
  readonly A: string
  readonly B: string
  readonly segment: string
  /** Whether it goes on with what the line above began, and has no number of its own. */
  readonly goesOn?: boolean
  /** What stands left and right of the segment: an arrow, or `...` where it is still, or has been, in the network. */
  readonly marks: readonly [left: string, right: string]
}

/** What the figures call an event otherwise than section 3.10 does. */
const figureNames: Readonly<Record<string, string>> = { CLOSE: 'Close', 'TIME-WAIT TIMEOUT': '2 MSL' }

const columns = { state: 12, segment: 37 } as const

/**
 * A run as the RFC's figures write it: A left, B right, a line for each segment with the states after its departure and
 * its arrival; `...` where the two lie apart, `X` where it is lost. Calls and timeouts stand in parentheses.
 */
export function figureText({ start, steps }: Played): string {
  const timeline = timelineOf(start, steps)
  const stateAt = (side: Side, row: number): State =>
    timeline.stays.findLast((stay) => stay.side === side && stay.row <= row)?.states[0] ?? 'CLOSED'
  const lines: Line[] = [{ A: stateAt('A', 0), B: stateAt('B', 0), segment: '', marks: ['', ''] }]
  for (let row = 0; row < timeline.rows; row++) {
    for (const note of timeline.notes.filter((one) => one.row === row)) {
      const text = note.what === 'crash' ? '(REBOOT)' : `(${figureNames[note.name] ?? note.name})`
      const sends = timeline.arrows.some(({ leaves, from }) => leaves === row && from === note.side)
      const quiet = { segment: '', marks: ['', ''] } as const
      lines.push(note.side === 'A' ? { A: text, B: '', ...quiet } : { A: '', B: text, ...quiet })
      const state = stateAt(note.side, row)
      const after = { ...quiet, goesOn: true }
      if (!sends) lines.push(note.side === 'A' ? { A: state, B: '', ...after } : { A: '', B: state, ...after })
    }
    const noted = timeline.notes.find((one) => one.row === row)
    for (const arrow of timeline.arrows) {
      const goesOn = arrow.leaves === row && arrow.from === noted?.side
      lines.push(...linesOf(arrow, row, stateAt).map((line) => ({ ...line, goesOn })))
    }
  }
  let number = 0
  const text = lines.map((line) => {
    if (line.goesOn !== true) number += 1
    return written(line, line.goesOn === true ? '' : `${number}.`)
  })
  return [header(), ...text].join('\n')
}

function linesOf(arrow: TimelineArrow, row: number, stateAt: (side: Side, row: number) => State): readonly Line[] {
  const { from, leaves, ends, origin } = arrow
  const to = otherSide(from)
  const head = from === 'A' ? '-->' : '<--'
  const segment = formatAsFigure(arrow.segment)
  const line = (own: string, ownMark: string, other: string, otherMark: string): Line =>
    from === 'A'
      ? { A: own, B: other, segment, marks: [ownMark, otherMark] }
      : { A: other, B: own, segment, marks: [otherMark, ownMark] }
  const isPrompt = ends?.how === 'arrives' && ends.row <= leaves + 1
  const left = origin === 'sent' ? stateAt(from, leaves) : '(duplicate)'
  if (leaves === row && isPrompt) {
    return [line(left, origin === 'sent' ? head : '...', stateAt(to, ends.row), head)]
  }
  if (leaves === row) return [line(left, origin === 'sent' ? head : '...', '', '...')]
  if (ends === null || ends.row !== row || isPrompt) return []
  return ends.how === 'lost' ? [line('', '...', '(lost)', 'X')] : [line('', '...', stateAt(to, row), head)]
}

/** The RFC's figures write `<DATA>` last, without its length. */
function formatAsFigure({ seq, ack, ctl, len }: Segment): string {
  return `<SEQ=${seq}>${ack === null ? '' : `<ACK=${ack}>`}<CTL=${ctl.join(',')}>${len > 0 ? '<DATA>' : ''}`
}

function header(): string {
  return `    ${'TCP Peer A'.padEnd(columns.state + columns.segment + 10)}TCP Peer B\n`
}

function written({ A, B, segment, marks: [left, right] }: Line, number: string): string {
  const middle = `${left.padEnd(3)} ${segment.padEnd(columns.segment)} ${right.padEnd(3)}`
  return `${number.padEnd(4)}${A.padEnd(columns.state)} ${middle} ${B}`.trimEnd()
}
