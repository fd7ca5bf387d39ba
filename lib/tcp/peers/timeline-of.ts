import type { EventName } from '../events'
import { observe } from '../observe'
import type { State } from '../states'
import { type Configuration, type InFlight, type Side, sides } from './configuration'
import type { PeerMove, Step } from './move'
import type { Stay, Timeline, TimelineArrow, TimelineNote } from './timeline'

/**
 * The row of each step, in order: the start takes one row and a step another, or as many as segments leave there, so that
 * no two of them leave in the same.
 */
export function rowsOf(steps: readonly Step[]): readonly number[] {
  let next = startRows(steps[0]?.before)
  return steps.map(({ run }) => {
    const row = next
    next += Math.max(1, run?.emits.length ?? 0)
    return row
  })
}

function startRows(start: Configuration | undefined): number {
  return Math.max(1, start?.flight.length ?? 0)
}

/**
 * What a run of two peers looks like. The steps follow on each other, the first on the start; what is in flight at the
 * start is drawn as leaving there, in row 0 and those below.
 */
export function timelineOf(start: Configuration, steps: readonly Step[]): Timeline {
  const rows = rowsOf(steps)
  const drawing: Drawing = {
    arrows: [],
    stays: sides.map((side) => ({ side, row: 0, states: [start[side].state] })),
    notes: [],
    flying: [],
  }
  for (const [leaves, segment] of start.flight.entries()) {
    leave(drawing, segment, { leaves, origin: originOf(start, segment) })
  }
  steps.forEach((step, index) => {
    draw(drawing, step, rows[index] ?? 0)
  })
  const last = rows.at(-1)
  const height = last === undefined ? startRows(start) : last + Math.max(1, steps.at(-1)?.run?.emits.length ?? 0)
  const { arrows, stays, notes } = drawing
  return { rows: height, arrows, stays, notes }
}

type Flying = { readonly segment: InFlight; readonly arrow: number }

/** The picture as it grows; it lives as long as one call of `timelineOf`. */
type Drawing = {
  readonly arrows: TimelineArrow[]
  readonly stays: Stay[]
  readonly notes: TimelineNote[]
  flying: readonly Flying[]
}

function draw(drawing: Drawing, { move, before, after, run }: Step, row: number): void {
  if (move.kind === 'deliver') end(drawing, move.segment, { how: 'arrives', row })
  if (move.kind === 'lose') end(drawing, move.segment, { how: 'lost', row })
  const note = noteOf(before, move)
  if (note !== null) drawing.notes.push({ ...note, row })
  const count = run === null ? 0 : run.emits.length
  after.flight.slice(after.flight.length - count).forEach((segment, index) => {
    leave(drawing, segment, { leaves: row + index, origin: 'sent' })
  })
  const copy = after.flight.at(-1)
  if (move.kind === 'duplicate' && copy !== undefined) leave(drawing, copy, { leaves: row, origin: 'copy' })
  if (move.kind === 'inject') leave(drawing, move.segment, { leaves: row, origin: 'old' })
  for (const side of sides) stay(drawing, { side, row, states: [after[side].state] }, before[side].state)
}

function leave(drawing: Drawing, flying: InFlight, { leaves, origin }: Pick<TimelineArrow, 'leaves' | 'origin'>): void {
  drawing.flying = [...drawing.flying, { segment: flying, arrow: drawing.arrows.length }]
  const { from, segment } = flying
  drawing.arrows.push({ number: drawing.arrows.length + 1, from, segment, leaves, ends: null, origin })
}

function end(drawing: Drawing, segment: InFlight, ends: NonNullable<TimelineArrow['ends']>): void {
  const { flying, arrows } = drawing
  const found = flying.find((one) => one.segment === segment) ?? flying.find((one) => isLike(one, segment))
  const arrow = found === undefined ? undefined : arrows[found.arrow]
  if (found === undefined || arrow === undefined) throw new Error('Cannot draw the end of a segment that never left')
  drawing.flying = flying.filter((one) => one !== found)
  arrows[found.arrow] = { ...arrow, ends }
}

function stay(drawing: Drawing, now: Stay, before: State): void {
  if (!now.states.includes(before)) drawing.stays.push(now)
}

/** Whether it is the same segment, where whoever made the steps has not kept the thing itself. */
function isLike({ segment }: Flying, other: InFlight): boolean {
  return JSON.stringify(segment) === JSON.stringify(other)
}

function originOf(at: Configuration, { from, incarnation, copy }: InFlight): TimelineArrow['origin'] {
  if (incarnation < at.incarnations[from] || incarnation === 0) return 'old'
  return copy ? 'copy' : 'sent'
}

function noteOf(before: Configuration, move: PeerMove): Omit<TimelineNote, 'row'> | null {
  switch (move.kind) {
    case 'call':
      return { side: move.side, what: 'call', name: nameOf(before, move.side, move.call) }
    case 'timeout':
      return { side: move.side, what: 'timeout', name: nameOf(before, move.side, move) }
    case 'crash':
      return { side: move.side, what: 'crash', name: '' }
    case 'deliver':
    case 'lose':
    case 'duplicate':
    case 'inject':
      return null
  }
}

function nameOf(before: Configuration, side: Side, event: Parameters<typeof observe>[2]): EventName {
  return observe('rfc9293', before[side], event).on
}
