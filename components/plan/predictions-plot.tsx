import { useFormatter, useTranslations } from 'next-intl'
import { Axes } from '@/components/chart/axes'
import { Chart } from '@/components/chart/chart'
import { plotOf, squareCharts } from '@/components/chart/chart-size'
import { Figure } from '@/components/chart/figure'
import { scaleOf } from '@/components/chart/scale'
import { when } from '@/components/practice/practice-history'
import type { ComparedExam } from '@/lib/assessment/sat-exam'
import { intervalWords, percent } from './percent'

type Props = { readonly exams: readonly ComparedExam[]; readonly timeZone: string }

/** Expected scores against reached ones: a point for each exam with its interval, and the diagonal, where both agree. */
export function PredictionsPlot({ exams, timeZone }: Props) {
  const t = useTranslations('plan.plot')
  const words = useTranslations('plan')
  const format = useFormatter()
  const points = (share: number) => format.number(share * 100, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  if (exams.length === 0)
    return (
      <section aria-labelledby="predictions" className="flex max-w-text flex-col gap-2">
        <h2 id="predictions">{t('title')}</h2>
        <p className="text-muted">{t('none')}</p>
      </section>
    )
  const rows = exams.map(({ id, startedAt, expected, got }) => {
    const date = format.dateTime(startedAt, { ...when, timeZone })
    return {
      key: id,
      cells: [date, intervalWords(words, format, expected), percent(format, got), points(got - expected.mean)],
    }
  })
  return (
    <Figure
      id="predictions"
      title={t('title')}
      lead={
        <>
          <Summary exams={exams} />
          <p className="text-muted">{t('lead')}</p>
        </>
      }
      table={{ head: [t('date'), t('expected'), t('got'), t('off')], rows }}
      words={{ open: t('table') }}
    >
      <div className="max-w-xl">
        <Plot exams={exams} />
      </div>
    </Figure>
  )
}

const ticks = [0, 0.25, 0.5, 0.75, 1] as const

function Plot({ exams }: Pick<Props, 'exams'>) {
  const t = useTranslations('plan.plot')
  const words = useTranslations('plan')
  const format = useFormatter()
  const labels = ticks.map((value) => ({ value, text: percent(format, value) }))
  return (
    <Chart
      label={t('label')}
      sizes={squareCharts}
      draw={(size) => {
        const { x0, x1, y0, y1 } = plotOf(size)
        const [x, y] = [scaleOf([0, 1], [x0, x1]), scaleOf([0, 1], [y0, y1])]
        return (
          <>
            <Axes {...{ size, x, y }} across={labels} up={labels} unit={t('got')} acrossUnit={t('expected')} />
            <line x1={x0} y1={y0} x2={x1} y2={y1} className="stroke-edge" strokeDasharray="5 4" />
            {exams.map(({ id, expected, got }) => (
              <g key={id}>
                <title>{`${intervalWords(words, format, expected)} → ${percent(format, got)}`}</title>
                <path
                  d={`M${x(expected.low)} ${y(got)}H${x(expected.high)}M${x(expected.low)} ${y(got) - 4}v8M${x(expected.high)} ${y(got) - 4}v8`}
                  className="stroke-[1.5] stroke-accent"
                />
                <circle cx={x(expected.mean)} cy={y(got)} r={5} className="fill-accent stroke-2 stroke-paper" />
              </g>
            ))}
          </>
        )
      }}
    />
  )
}

/** By how much the scores were off in the mean, and how many fell where they were expected. */
function Summary({ exams }: Pick<Props, 'exams'>) {
  const t = useTranslations('plan.plot')
  const format = useFormatter()
  const off = exams.reduce((sum, { expected, got }) => sum + got - expected.mean, 0) / exams.length
  const inside = exams.filter(({ expected: { low, high }, got }) => got >= low && got <= high).length
  // What rounds to nothing is nothing.
  const direction = Math.abs(off) < 0.0005 ? 'other' : off > 0 ? 'above' : 'below'
  const points = format.number(Math.abs(off) * 100, { maximumFractionDigits: 1 })
  return <p>{t('mean', { off: points, direction, count: exams.length, inside })}</p>
}
