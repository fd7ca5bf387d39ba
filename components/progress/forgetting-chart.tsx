import { Axes } from '@/components/chart/axes'
import { Chart } from '@/components/chart/chart'
import { type ChartSize, plotOf } from '@/components/chart/chart-size'
import { onLines } from '@/components/chart/on-lines'
import { scaleOf } from '@/components/chart/scale'
import type { Forgetting } from '@/lib/progress/forgetting'

type Props = {
  readonly forgetting: Forgetting
  readonly today: number
  readonly wanted: number
  readonly label: string
  readonly words: { readonly unit: string; readonly wanted: string; readonly today: string }
  readonly percent: (share: number) => string
  readonly dateOf: (day: number) => string
  readonly titleOf: (review: Forgetting['reviews'][number]) => string
}

/** How the memory of one card has sunk between its reviews, and how it goes on. */
export function ForgettingChart(props: Props) {
  return <Chart label={props.label} draw={(size) => <Curve size={size} {...props} />} />
}

function Curve({
  size,
  forgetting,
  today,
  wanted,
  words,
  percent,
  dateOf,
  titleOf,
}: Props & { readonly size: ChartSize }) {
  const { from: first, to: last, curves, reviews } = forgetting
  const least = Math.min(wanted, ...curves.flatMap((points) => points.map(({ recall }) => recall)))
  const from = Math.max(0, Math.min(0.7, Math.floor(least * 10 - 1e-9) / 10))
  const step = 1 - from > 0.5 ? 0.2 : 0.1
  const up = Array.from(
    { length: Math.floor((1 - from) / step + 1e-9) + 1 },
    (_, index) => 1 - index * step,
  ).toReversed()
  const { x0, x1, y0, y1 } = plotOf(size)
  const [x, y] = [scaleOf([first, last], [x0, x1]), scaleOf([from, 1], [y0, y1])]
  const dates = Math.min(size.labels.across - 1, last - first)
  const across = Array.from({ length: dates + 1 }, (_, index) => Math.round(first + ((last - first) * index) / dates))
  return (
    <>
      <Axes
        {...{ size, x, y }}
        unit={words.unit}
        up={up.map((value) => ({ value, text: percent(value) }))}
        across={across.map((value) => ({ value, text: dateOf(value) }))}
      />
      <line
        x1={x0}
        x2={x1}
        y1={y(wanted)}
        y2={y(wanted)}
        className="stroke-ink"
        strokeDasharray="1 4"
        strokeWidth={1.5}
      />
      <line x1={x(today)} x2={x(today)} y1={y0} y2={y1} className="stroke-edge" strokeDasharray="5 4" />
      {curves.map((points) => (
        <path
          key={points[0]?.day}
          d={points.map(({ day, recall }, index) => `${index === 0 ? 'M' : 'L'}${x(day)} ${y(recall)}`).join('')}
          fill="none"
          strokeWidth={2.5}
          strokeLinejoin="round"
          className="stroke-accent"
        />
      ))}
      {reviews.map((review) => (
        <g key={review.day}>
          <title>{titleOf(review)}</title>
          <line x1={x(review.day)} x2={x(review.day)} y1={y0} y2={y1} className="stroke-rule" />
          <ReviewMark x={x(review.day)} y={y1} forgotten={review.rating === 'again'} />
        </g>
      ))}
      <text x={x1} y={y(wanted) - 5} textAnchor="end" fontSize={size.text} className={onLines}>
        {words.wanted}
      </text>
      <text
        x={x(today)}
        y={y0 - 5}
        dx={5}
        fontSize={size.text}
        className={onLines}
        {...(x(today) > x1 - 60 && { textAnchor: 'end', dx: -5 })}
      >
        {words.today}
      </text>
    </>
  )
}

/** A cross where the card was forgotten, else a disc. */
function ReviewMark({ x, y, forgotten }: { readonly x: number; readonly y: number; readonly forgotten: boolean }) {
  if (!forgotten) return <circle cx={x} cy={y} r={4} className="fill-accent stroke-2 stroke-paper" />
  return <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} className="stroke-[2.5] stroke-wrong" />
}
