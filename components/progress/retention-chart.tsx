import { Axes } from '@/components/chart/axes'
import { Chart } from '@/components/chart/chart'
import { type ChartSize, plotOf } from '@/components/chart/chart-size'
import { onLines } from '@/components/chart/on-lines'
import { everyNth, type Scale, scaleOf } from '@/components/chart/scale'
import type { Recalled, RetentionMonth } from '@/lib/progress/retention'

type Props = {
  readonly months: readonly RetentionMonth[]
  /** The chance of recall at which cards are asked. */
  readonly wanted: number
  readonly label: string
  readonly words: { readonly unit: string; readonly wanted: string }
  readonly percent: (share: number) => string
  readonly monthName: (month: number) => string
  readonly titleOf: (month: RetentionMonth, of: 'young' | 'mature') => string
}

/** The two sorts of cards by line and by mark, so that no hue is needed to tell them apart. */
export const retentionLook = {
  young: { line: 'stroke-weak', dash: '6 4', mark: 'fill-paper stroke-weak' },
  mature: { line: 'stroke-firm', dash: undefined, mark: 'fill-firm stroke-firm' },
} as const

const sorts = ['young', 'mature'] as const

/** True retention month by month. */
export function RetentionChart({ months, wanted, label, words, percent, monthName, titleOf }: Props) {
  const shares = months.flatMap(({ young, mature }) => [young.share, mature.share].filter((share) => share !== null))
  const from = Math.max(0, Math.min(0.7, Math.floor(Math.min(wanted, ...shares) * 10 - 1e-9) / 10))
  const step = 1 - from > 0.5 ? 0.2 : 0.1
  const up = Array.from(
    { length: Math.floor((1 - from) / step + 1e-9) + 1 },
    (_, index) => 1 - index * step,
  ).toReversed()
  const draw = (size: ChartSize) => {
    const { x0, x1, y0, y1 } = plotOf(size)
    const pitch = (x1 - x0) / months.length
    const x = (index: number) => x0 + (index + 0.5) * pitch
    const y = scaleOf([from, 1], [y0, y1])
    const across = everyNth(months.length, size.labels.across).map((index) => ({
      value: index,
      text: monthName(months[index]?.month ?? 0),
    }))
    return (
      <>
        <Axes {...{ size, x, y, across }} unit={words.unit} up={up.map((value) => ({ value, text: percent(value) }))} />
        <line
          x1={x0}
          x2={x1}
          y1={y(wanted)}
          y2={y(wanted)}
          className="stroke-ink"
          strokeDasharray="1 4"
          strokeWidth={1.5}
        />
        {sorts.map((sort) => (
          <path
            key={sort}
            d={linePath(
              months.map((month) => month[sort]),
              x,
              y,
            )}
            fill="none"
            strokeWidth={2}
            strokeDasharray={retentionLook[sort].dash}
            className={retentionLook[sort].line}
          />
        ))}
        {months.map((month, index) =>
          sorts.map((sort) => {
            const { share } = month[sort]
            if (share === null) return null
            const at = { cx: x(index), cy: y(share) }
            return (
              <g key={`${month.month} ${sort}`}>
                <title>{titleOf(month, sort)}</title>
                {sort === 'young' ? (
                  <circle {...at} r={5} className={`stroke-2 ${retentionLook.young.mark}`} />
                ) : (
                  <rect x={at.cx - 5} y={at.cy - 5} width={10} height={10} className={retentionLook.mature.mark} />
                )}
              </g>
            )
          }),
        )}
        <text x={x1} y={y(wanted) + size.text * 1.2} textAnchor="end" fontSize={size.text} className={onLines}>
          {words.wanted}
        </text>
      </>
    )
  }
  return <Chart label={label} draw={draw} />
}

/** Through the months that have a share; a month without one is passed over. */
function linePath(months: readonly Recalled[], x: Scale, y: Scale): string {
  return months
    .flatMap(({ share }, index) => (share === null ? [] : [`${x(index)} ${y(share)}`]))
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${point}`)
    .join('')
}
