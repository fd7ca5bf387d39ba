import { Axes } from '@/components/chart/axes'
import { Chart } from '@/components/chart/chart'
import { plotOf, squareCharts } from '@/components/chart/chart-size'
import { type Scale, scaleOf } from '@/components/chart/scale'
import type { CalibrationBin } from '@/lib/progress/calibration'

type Props = {
  readonly bins: readonly CalibrationBin[]
  readonly label: string
  readonly words: { readonly predicted: string; readonly observed: string; readonly exact: string }
  readonly percent: (share: number) => string
  readonly titleOf: (bin: CalibrationBin) => string
}

/** What was predicted against what was recalled: a point for each bin with its interval; on the diagonal both agree. */
export function CalibrationChart({ bins, label, words, percent, titleOf }: Props) {
  const least = Math.min(0.8, ...bins.map(({ observed, predicted }) => Math.min(observed, predicted)))
  const from = Math.max(0, Math.floor(least * 10 - 0.5) / 10)
  const most = Math.max(1, ...bins.map(({ reviews }) => reviews))
  return (
    <Chart
      label={label}
      sizes={squareCharts}
      draw={(size) => {
        const { x0, x1, y0, y1 } = plotOf(size)
        const [x, y] = [scaleOf([from, 1], [x0, x1]), scaleOf([from, 1], [y0, y1])]
        const ticks = sharesFrom(from).map((value) => ({ value, text: percent(value) }))
        return (
          <>
            <Axes {...{ size, x, y }} across={ticks} up={ticks} unit={words.observed} acrossUnit={words.predicted} />
            <line x1={x0} y1={y0} x2={x1} y2={y1} className="stroke-edge" strokeDasharray="5 4" />
            <text
              x={x(from + (1 - from) * 0.3)}
              y={y(from + (1 - from) * 0.3) - 8}
              textAnchor="end"
              fontSize={size.text}
              className="fill-muted"
            >
              {words.exact}
            </text>
            {bins.map((bin) => (
              <g key={bin.from}>
                <title>{titleOf(bin)}</title>
                <path d={intervalPath(bin, from, x, y)} className="stroke-[1.5] stroke-accent" />
                <circle
                  cx={x(bin.predicted)}
                  cy={y(bin.observed)}
                  r={3 + 5 * Math.sqrt(bin.reviews / most)}
                  className="fill-accent stroke-2 stroke-paper"
                />
              </g>
            ))}
          </>
        )
      }}
    />
  )
}

/** A bin's interval with a cap at either end; what lies below the picture is cut off and has none. */
function intervalPath({ predicted, low, high }: CalibrationBin, from: number, x: Scale, y: Scale): string {
  const cap = (share: number) => `M${x(predicted) - 4} ${y(share)}h8`
  return `M${x(predicted)} ${y(Math.max(low, from))}V${y(high)}${cap(high)}${low < from ? '' : cap(low)}`
}

/** Round shares from this one to 1: tenths, or fifths where there are many. */
function sharesFrom(from: number): readonly number[] {
  const step = from < 0.5 ? 0.2 : 0.1
  return Array.from({ length: Math.floor((1 - from) / step + 1e-9) + 1 }, (_, index) => 1 - index * step).toReversed()
}
