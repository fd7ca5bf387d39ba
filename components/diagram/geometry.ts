import type { State } from '@/lib/tcp/states'
import { type frames, type Port, places, type Route, type Size } from './layout'

export type Point = { readonly x: number; readonly y: number }
export type Box = Point & { readonly width: number; readonly height: number }

/** A character of the monospaced face is 0.6 em wide, a Chinese one as wide as it is high. */
function widthInEm(text: string): number {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return (text.length - chinese) * 0.6 + chinese
}

export function stateCentre(state: State, size: Size): Point {
  const { column, row } = places[state]
  return { x: size.columns[column], y: size.rows[row] }
}

export function stateBox(state: State, size: Size): Box {
  const { x, y } = stateCentre(state, size)
  const { width, height } = size.state
  return { x: x - width / 2, y: y - height / 2, width, height }
}

function portPoint(state: State, [side, at]: Port, size: Size): Point {
  const { x, y } = stateCentre(state, size)
  const { width, height } = size.state
  const { across, down } = size.port
  switch (side) {
    case 'top':
      return { x: x + at * across, y: y - height / 2 }
    case 'bottom':
      return { x: x + at * across, y: y + height / 2 }
    case 'left':
      return { x: x - width / 2, y: y + at * down }
    case 'right':
      return { x: x + width / 2, y: y + at * down }
  }
}

/** The corners of an arrow from its tail to its head. Every leg is horizontal or vertical. */
export function routePoints({ from, to, leave, enter, around }: Route, size: Size): readonly Point[] {
  const tail = portPoint(from, leave, size)
  const head = portPoint(to, enter, size)
  if (around !== undefined) {
    const margin = size[around]
    const floor = size.rows[6]
    return [
      tail,
      { x: tail.x, y: floor },
      { x: margin, y: floor },
      { x: margin, y: size.top },
      { x: head.x, y: size.top },
      head,
    ]
  }
  if (tail.x === head.x || tail.y === head.y) return [tail, head]
  const upright = leave[0] === 'top' || leave[0] === 'bottom'
  return [tail, upright ? { x: tail.x, y: head.y } : { x: head.x, y: tail.y }, head]
}

/** The point of an arrow beside which its label stands. */
function labelPoint(route: Route, size: Size): Point {
  const { leg, at = 0.5 } = route.label
  const points = routePoints(route, size)
  const start = points[leg]
  const end = points[leg + 1]
  if (start === undefined || end === undefined)
    throw new Error(`Cannot label leg ${leg} of ${route.from} to ${route.to}`)
  return { x: start.x + (end.x - start.x) * at, y: start.y + (end.y - start.y) * at }
}

/** The room that `lines` of label text take beside their leg of the arrow. */
export function labelBox(route: Route, lines: readonly string[], size: Size): Box {
  const { x, y } = labelPoint(route, size)
  const { label, line, gap } = size.text
  const width = Math.max(...lines.map(widthInEm)) * label
  const height = lines.length * line
  switch (route.label.side) {
    case 'top':
      return { x: x - width / 2, y: y - gap / 2 - height, width, height }
    case 'bottom':
      return { x: x - width / 2, y: y + gap / 2, width, height }
    case 'left':
      return { x: x - gap - width, y: y - height / 2, width, height }
    case 'right':
      return { x: x + gap, y: y - height / 2, width, height }
  }
}

/** The middle of a mark on an arrow: on its line beside the label, and a little away from that. */
export function markPoint(route: Route, size: Size): Point {
  const { x, y } = labelPoint(route, size)
  const away = size.text.gap
  switch (route.label.side) {
    case 'top':
      return { x, y: y + away }
    case 'bottom':
      return { x, y: y - away }
    case 'left':
      return { x: x + away, y }
    case 'right':
      return { x: x - away, y }
  }
}

export function frameBox({ columns: [first, last] }: (typeof frames)[number], size: Size): Box {
  const { side, top, bottom } = size.frame
  const x = size.columns[first] - size.state.width / 2 - side
  const y = size.rows[4] - size.state.height / 2 - top
  return {
    x,
    y,
    width: size.columns[last] + size.state.width / 2 + side - x,
    height: size.rows[5] + size.state.height / 2 + bottom - y,
  }
}

/** Where a frame's title ends: its upper right corner, which no arrow enters by. */
export function frameTitle(frame: (typeof frames)[number], size: Size): Point {
  const { x, y, width } = frameBox(frame, size)
  return { x: x + width - size.frame.side / 2, y: y + size.frame.top / 2 }
}

/** An arrow's line as SVG path data, with rounded corners, ending `short` of its head. */
export function linePath(points: readonly Point[], { radius, short }: { radius: number; short: number }): string {
  return points
    .map((point, index) => {
      const before = points[index - 1]
      const after = points[index + 1]
      if (before === undefined) return `M${point.x} ${point.y}`
      if (after === undefined) return `L${write(towards(point, before, short))}`
      return `L${write(towards(point, before, radius))}Q${write(point)} ${write(towards(point, after, radius))}`
    })
    .join('')
}

/** The triangle at the head of an arrow, as SVG path data. */
export function headPath(points: readonly Point[], length: number): string {
  const [before, tip] = points.slice(-2)
  if (before === undefined || tip === undefined) return ''
  const base = towards(tip, before, length)
  const half = length * 0.45
  const across = before.x === tip.x ? { x: half, y: 0 } : { x: 0, y: half }
  return `M${write(tip)}L${base.x + across.x} ${base.y + across.y}L${base.x - across.x} ${base.y - across.y}Z`
}

/** The point at a distance from `start` on the way to `end`, where one lies straight beside or above the other. */
function towards(start: Point, end: Point, distance: number): Point {
  return { x: start.x + Math.sign(end.x - start.x) * distance, y: start.y + Math.sign(end.y - start.y) * distance }
}

function write({ x, y }: Point): string {
  return `${x} ${y}`
}
