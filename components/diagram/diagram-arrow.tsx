import type { Arrow } from './arrows'
import { DiagramMark, type Mark, markLook } from './diagram-mark'
import { headPath, labelBox, linePath, markPoint, routePoints } from './geometry'
import { drawnLines, type LabelWords, lineText } from './labels'
import { type Route, routes, type Size } from './layout'
import { type Shade, shadeLook, unmetLook } from './shade'

type Props = {
  readonly arrow: Arrow
  readonly size: Size
  readonly selected: boolean
  readonly dimmed: boolean
  readonly mark: Mark | undefined
  readonly shade: Shade | undefined
  readonly words: LabelWords
}

/** Lines of one label stand around the middle of their box; the letters' own middle lies a little below it. */
const rise = 0.35

export function DiagramArrow({ arrow, size, selected, dimmed, mark, shade, words }: Props) {
  const route: Route | undefined = routes.find(({ from, to }) => from === arrow.from && to === arrow.to)
  if (route === undefined) throw new Error(`Cannot draw the arrow ${arrow.id}`)
  const points = routePoints(route, size)
  const lines = shade === undefined ? drawnLines(arrow, size, words) : [{ event: shade.label, sends: '' }]
  const box = labelBox(route, lines.map(lineText), size)
  const { label, line } = size.text
  const head = label * 0.75
  const path = linePath(points, { radius: label * 0.7, short: head * 0.8 })
  const bold = selected || mark !== undefined
  const plain = selected ? 'text-accent' : dimmed ? 'text-rule' : 'text-muted'
  const shaded = shade === undefined ? null : shade.level === null ? unmetLook : shadeLook[shade.level]
  const tone = mark === undefined ? (shaded?.line ?? plain) : markLook[mark].line
  const width = bold ? 'stroke-[3]' : (shaded?.width ?? 'stroke-[1.5]')
  return (
    <>
      <path
        d={path}
        fill="none"
        stroke="transparent"
        strokeWidth={24}
        vectorEffect="non-scaling-stroke"
        pointerEvents="stroke"
      />
      <rect
        {...grown(box)}
        rx={4}
        className="fill-transparent group-focus-visible:stroke-2 group-focus-visible:stroke-accent"
        pointerEvents="all"
      />
      <g className={`${tone} group-hover:text-accent group-focus-visible:text-accent`}>
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          className={`group-hover:stroke-[2.5] group-focus-visible:stroke-[3] ${width}`}
        />
        <path d={headPath(points, bold ? head * 1.3 : head)} fill="currentColor" />
      </g>
      <text fontSize={label} textAnchor="middle" className="font-mono">
        {lines.map(({ event, sends }, index) => (
          <tspan
            key={lineText({ event, sends })}
            x={box.x + box.width / 2}
            y={box.y + (index + 0.5) * line + label * rise}
          >
            <tspan className={dimmed ? 'fill-muted' : selected ? 'fill-accent font-semibold' : 'fill-ink'}>
              {event}
            </tspan>
            {event !== '' && sends !== '' && <tspan className="fill-muted"> / </tspan>}
            <tspan className={dimmed ? 'fill-muted' : 'fill-accent font-semibold'}>{sends}</tspan>
          </tspan>
        ))}
      </text>
      {mark !== undefined && <DiagramMark mark={mark} at={markPoint(route, size)} size={size} />}
    </>
  )
}

function grown({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x: x - 3, y: y - 1, width: width + 6, height: height + 2 }
}
