import type { Say } from '../i18n/say'
import { type Line, type Path, selectPath } from '../items/paths'
import { otherSide, type Side } from '../tcp/peers/configuration'
import { formatSegment, type Segment } from '../tcp/segment'
import { wordKey } from '../tcp/word-key'
import { marked } from './machine-words'
import type { SequenceRow } from './presented-item'

/** What is left out of a diagram, for the reader to fill in. */
export type Gap =
  | { readonly line: number; readonly what: 'segment' | Side }
  /** Several segments, at these lines. */
  | { readonly lines: readonly number[] }

/**
 * A path as a sequence diagram, in the manner of the RFC's figures: a row for each segment with the states that its
 * sending and its arrival bring about, a row for each call or timeout that sends nothing.
 */
export function presentSequence(say: Say, name: string, gap: Gap | null): readonly SequenceRow[] {
  const path = selectPath(name)
  const first: SequenceRow = { A: path.start.A, B: path.start.B, note: null, arrow: null }
  return [first, ...path.lines.flatMap((line, index) => rowsOf(say, path, line, index, gap))]
}

function rowsOf(say: Say, path: Path, line: Line, index: number, gap: Gap | null): readonly SequenceRow[] {
  const note = noteOf(say, line)
  const own = stateAt(path, index, line.actor, gap)
  const late = line.arrived === null ? null : sendingOf(path, index, line.arrived.segment)
  const arrival =
    late?.way === 'leaves' ? [row(line.actor, own, null, null, arrowOf(path, late.line, 'arrives', gap))] : []
  if (line.sent.length === 0) {
    const silent = line.arrived !== null || line.lost !== null
    return silent ? arrival : [row(line.actor, own, null, note, null)]
  }
  // What an arrival did to the sender of this row is shown where the segment arrived.
  const shown = line.arrived === null ? own : null
  const way = wayOf(path, index)
  const receiver = way.way === 'whole' && way.line !== null ? stateAt(path, way.line, otherSide(line.actor), gap) : null
  return [...arrival, row(line.actor, shown, receiver, note, arrowOf(path, index, way.way, gap))]
}

/** A row in which `side` acts: its own state and the other's, where they are new. */
function row(
  side: Side,
  own: string | null,
  other: string | null,
  note: SequenceRow['note'],
  arrow: SequenceRow['arrow'],
): SequenceRow {
  return side === 'A' ? { A: own, B: other, note, arrow } : { A: other, B: own, note, arrow }
}

type Way = NonNullable<SequenceRow['arrow']>['way']

function arrowOf(path: Path, index: number, way: Way, gap: Gap | null): SequenceRow['arrow'] {
  const sent = path.lines[index]?.sent[0]
  if (sent === undefined) return null
  return { from: sent.from, segment: hiddenAs(index, gap) ?? formatSegment(sent.segment), number: null, way }
}

/** What stands for the segment of a line that is left out; null where it is not. */
function hiddenAs(index: number, gap: Gap | null): string | null {
  if (gap === null) return null
  if ('what' in gap) return gap.what === 'segment' && gap.line === index ? '?' : null
  return gap.lines.includes(index) ? `?${gap.lines.indexOf(index) + 1}` : null
}

/** What becomes of the segment sent at a line, and the line at which it arrives. */
function wayOf(path: Path, index: number): { readonly way: Way; readonly line: number | null } {
  const sent = path.lines[index]?.sent[0]
  const later = path.lines.findIndex(
    (line, at) => at > index && (line.arrived?.segment === sent?.segment || line.lost?.segment === sent?.segment),
  )
  const end = path.lines[later]
  if (sent === undefined || end === undefined) return { way: 'whole', line: null }
  if (end.lost?.segment === sent.segment) return { way: 'lost', line: null }
  const receiver = otherSide(sent.from)
  const crossed = path.lines.some((line, at) => at > index && at < later && line.actor === receiver)
  return { way: crossed ? 'leaves' : 'whole', line: later }
}

/** The line that sent a segment, and the way it took. */
function sendingOf(
  path: Path,
  arrivedAt: number,
  segment: Segment,
): { readonly way: Way; readonly line: number } | null {
  const line = path.lines.findIndex(
    (other, at) => at < arrivedAt && other.sent.some((sent) => sent.segment === segment),
  )
  return line < 0 ? null : { way: wayOf(path, line).way, line }
}

/** A peer's state after a line where it is new then, `?` where it is the gap, null where it is as before. */
function stateAt(path: Path, index: number, side: Side, gap: Gap | null): string | null {
  const line = path.lines[index]
  if (line === undefined) return null
  if (gap !== null && 'what' in gap && gap.line === index && gap.what === side) return '?'
  const before = path.lines[index - 1] ?? path.start
  return line[side] === before[side] ? null : line[side]
}

function noteOf(say: Say, line: Line): SequenceRow['note'] {
  if (line.cue === 'arrive A, B CLOSE') return { side: 'B', text: say('item.sequence.call', { call: marked('CLOSE') }) }
  if (line.arrived !== null || line.lost !== null) return null
  const what = line.cue.slice(2)
  const text = what.endsWith('TIMEOUT')
    ? say(`machine.events.${wordKey(what)}.label`)
    : say('item.sequence.call', { call: marked(what) })
  return { side: line.actor, text }
}
