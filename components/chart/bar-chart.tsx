import { Axes } from './axes'
import { Chart } from './chart'
import { type ChartSize, plotOf } from './chart-size'
import { everyNth, scaleOf, ticksTo } from './scale'

export type Bar = {
  readonly key: number
  /** Under the bar, where there is room. */
  readonly name: string
  /** What a pointer that rests on it is told. */
  readonly title: string
  readonly value: number
  /** A part of another sort on top of it, drawn as an outline. */
  readonly onTop?: number
}

type Props = {
  readonly label: string
  readonly unit: string
  readonly bars: readonly Bar[]
  /** Writes a value of the axis. */
  readonly write: (value: number) => string
  /** The least distance between two values of the axis: 1 for what is counted. */
  readonly least?: number
  /** Which bar is named for certain, where there is no room for the names of all. */
  readonly named?: 'first' | 'last'
}

/** Bars side by side: something for each of a row of days. */
export function BarChart({ label, unit, bars, write, least = 1, named = 'last' }: Props) {
  const max = Math.max(0, ...bars.map(({ value, onTop = 0 }) => value + onTop))
  return <Chart label={label} draw={(size) => <Bars {...{ size, unit, bars, write, least, named, max }} />} />
}

type BarsProps = Omit<Props, 'label'> & { readonly size: ChartSize; readonly max: number }

function Bars({ size, unit, bars, write, least, named, max }: BarsProps) {
  const { x0, x1, y0, y1 } = plotOf(size)
  const ticks = ticksTo(max, size.labels.up, least)
  const y = scaleOf([0, ticks.at(-1) ?? 1], [y0, y1])
  const pitch = (x1 - x0) / Math.max(bars.length, 1)
  const x = (index: number) => x0 + (index + 0.5) * pitch
  const width = Math.min(pitch * 0.72, 40)
  return (
    <>
      <Axes
        {...{ size, x, y, unit }}
        up={ticks.map((value) => ({ value, text: write(value) }))}
        across={everyNth(bars.length, size.labels.across, named).map((index) => ({
          value: index,
          text: bars[index]?.name ?? '',
        }))}
      />
      {bars.map(({ key, title, value, onTop = 0 }, index) => (
        <g key={key}>
          <title>{title}</title>
          <rect x={x0 + index * pitch} y={y1} width={pitch} height={y0 - y1} fill="transparent" />
          {value > 0 && (
            <rect x={x(index) - width / 2} y={y(value)} width={width} height={y0 - y(value)} className="fill-accent" />
          )}
          {onTop > 0 && (
            <rect
              x={x(index) - width / 2 + 0.75}
              y={y(value + onTop)}
              width={width - 1.5}
              height={y(value) - y(value + onTop)}
              className="fill-weak/20 stroke-[1.5] stroke-weak"
              strokeDasharray="3 2"
            />
          )}
        </g>
      ))}
    </>
  )
}
