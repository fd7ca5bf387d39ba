import { type ChartSize, plotOf } from './chart-size'
import type { Scale } from './scale'

type Tick = { readonly value: number; readonly text: string }

type Props = {
  readonly size: ChartSize
  readonly x: Scale
  readonly y: Scale
  readonly across: readonly Tick[]
  readonly up: readonly Tick[]
  /** What is counted upwards, in which unit; it stands above the axis. */
  readonly unit: string
  /** What runs to the right, where its labels do not say so themselves. */
  readonly acrossUnit?: string
}

/** The axes of a chart: a line for each round value, and what it is. */
export function Axes({ size, x, y, across, up, unit, acrossUnit }: Props) {
  const { x0, x1, y0 } = plotOf(size)
  return (
    <g fontSize={size.text} className="fill-muted tabular-nums">
      <text x={4} y={size.text}>
        {unit}
      </text>
      {up.map(({ value, text }) => (
        <g key={value}>
          <line
            x1={x0}
            x2={x1}
            y1={y(value)}
            y2={y(value)}
            className={value === up[0]?.value ? 'stroke-edge' : 'stroke-rule'}
          />
          <text x={x0 - 6} y={y(value)} textAnchor="end" dominantBaseline="central">
            {text}
          </text>
        </g>
      ))}
      {across.map(({ value, text }, index) => (
        <text
          key={value}
          x={x(value)}
          y={y0 + size.text * 1.4}
          textAnchor={anchorOf(x(value), size, index === across.length - 1)}
        >
          {text}
        </text>
      ))}
      {acrossUnit !== undefined && (
        <text x={x1} y={size.height - 3} textAnchor="end">
          {acrossUnit}
        </text>
      )}
    </g>
  )
}

/** A label near an end of the picture grows inwards, or it would be cut off. */
function anchorOf(at: number, { width }: ChartSize, isLast: boolean): 'start' | 'middle' | 'end' {
  return isLast && at > width - 26 ? 'end' : 'middle'
}
