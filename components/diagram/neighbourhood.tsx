import type { State } from '@/lib/tcp/states'
import { DiagramState } from './diagram-state'
import { headPath, linePath, type Point, routePoints, stateBox, stateCentre } from './geometry'
import { narrow, places, type Route, routes } from './layout'

type Step = { readonly from: State; readonly to: State }

type Props = {
  readonly label: string
  /** The states that matter. */
  readonly states: readonly State[]
  /** The steps to mark; `all` are the arrows to and from the states. */
  readonly arrows: 'all' | readonly Step[]
}

const size = narrow

/**
 * The part of the state diagram around a few states, small: the same picture, of which only the rows concerned are drawn.
 * A step that Figure 5 leaves out is a dashed line. It needs no rules, so that a browser can draw it with little.
 */
export function Neighbourhood({ label, states, arrows: marked }: Props) {
  const arrows = marked === 'all' ? [] : marked
  const rows = rowsAround(states, arrows)
  const inside = (state: State) => rows.first <= places[state].row && places[state].row <= rows.last
  const drawn = routes.filter((route) => isDrawn(route, inside, rows))
  const matters = (step: Step) => (marked === 'all' ? isAt(step, states) : arrows.some((arrow) => isSame(arrow, step)))
  const undrawn = arrows.filter((arrow) => !routes.some((route) => isSame(route, arrow)))
  const top = rows.first === 0 ? 0 : size.rows[rows.first] - size.state.height / 2 - 14
  const bottom = size.rows[rows.last] + (rows.last === 6 ? 6 : size.state.height / 2 + 10)
  return (
    <div translate="no">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 ${top} ${size.width} ${bottom - top}`}
        className="mx-auto h-auto w-full max-w-sm"
      >
        {undrawn.map((step) => (
          <Undrawn key={`${step.from}>${step.to}`} {...step} />
        ))}
        {drawn.map((route) => (
          <Line key={`${route.from}>${route.to}`} route={route} bold={matters(route)} />
        ))}
        {(Object.keys(places) as State[]).filter(inside).map((state) => (
          <DiagramState
            key={state}
            state={state}
            size={size}
            selected={state === states.at(-1) && (arrows.length > 0 || states.length === 1)}
            dimmed={!states.includes(state)}
            mark={undefined}
            shade={undefined}
          />
        ))}
      </svg>
    </div>
  )
}

type Rows = { readonly first: Row; readonly last: Row }
type Row = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** The rows of the states and of the ways between them; one more above and below where that is a single one. */
function rowsAround(states: readonly State[], arrows: readonly Step[]): Rows {
  const own = states.map((state) => places[state].row)
  const around = routes.some((route) => 'around' in route && arrows.some((arrow) => isSame(arrow, route)))
  if (around) return { first: 0, last: 6 }
  const first = Math.min(...own)
  const last = Math.max(...own)
  if (first < last) return { first: first as Row, last: last as Row }
  return { first: Math.max(0, first - 1) as Row, last: Math.min(5, last + 1) as Row }
}

function isDrawn(route: Route, inside: (state: State) => boolean, { first, last }: Rows): boolean {
  if (route.around !== undefined) return first === 0 && last === 6
  return inside(route.from) && inside(route.to)
}

const isSame = (one: Step, other: Step) => one.from === other.from && one.to === other.to
const isAt = ({ from, to }: Step, states: readonly State[]) => states.includes(from) || states.includes(to)

function Line({ route, bold }: { readonly route: Route; readonly bold: boolean }) {
  const points = routePoints(route, size)
  const head = bold ? 11 : 8
  return (
    <g className={bold ? 'text-accent' : 'text-rule'}>
      <path
        d={linePath(points, { radius: 8, short: head * 0.8 })}
        fill="none"
        stroke="currentColor"
        strokeWidth={bold ? 3 : 1.5}
      />
      <path d={headPath(points, head)} fill="currentColor" />
    </g>
  )
}

/** From border to border, straight; below the boxes, so that it passes behind those between. */
function Undrawn({ from, to }: Step) {
  const [start, end] = [edge(from, stateCentre(to, size)), edge(to, stateCentre(from, size))]
  const angle = Math.atan2(end.y - start.y, end.x - start.x)
  const back = (turn: number): Point => ({
    x: end.x - 11 * Math.cos(angle + turn),
    y: end.y - 11 * Math.sin(angle + turn),
  })
  const [left, right] = [back(0.42), back(-0.42)]
  return (
    <g className="text-accent">
      <path
        d={`M${start.x} ${start.y}L${end.x} ${end.y}`}
        fill="none"
        stroke="currentColor"
        strokeWidth={2.5}
        strokeDasharray="5 4"
      />
      <path d={`M${end.x} ${end.y}L${left.x} ${left.y}L${right.x} ${right.y}Z`} fill="currentColor" />
    </g>
  )
}

/** Where the straight way from a state's middle to a point leaves its box. */
function edge(state: State, towards: Point): Point {
  const { x, y } = stateCentre(state, size)
  const { width, height } = stateBox(state, size)
  const [dx, dy] = [towards.x - x, towards.y - y]
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : height / 2 / Math.abs(dy),
  )
  return { x: x + dx * share, y: y + dy * share }
}
