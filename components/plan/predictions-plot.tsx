import { useFormatter, useTranslations } from 'next-intl'
import { when } from '@/components/practice/practice-history'
import type { ComparedExam } from '@/lib/assessment/sat-exam'
import { intervalWords, percent } from './percent'

const ticks = [0, 0.25, 0.5, 0.75, 1] as const

// The square of the plot within its drawing, in the drawing's units.
const left = 34
const top = 6
const side = 260
const x = (share: number) => left + share * side
const y = (share: number) => top + (1 - share) * side

/** Expected scores against reached ones: a point for each exam with its interval, the diagonal, and the same as a table. */
export function PredictionsPlot({ exams }: { readonly exams: readonly ComparedExam[] }) {
  const t = useTranslations('plan.plot')
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('title')}</h2>
      {exams.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <>
          <p>{t('lead')}</p>
          <Plot exams={exams} />
          <Summary exams={exams} />
          <Table exams={exams} />
        </>
      )}
    </section>
  )
}

function Plot({ exams }: { readonly exams: readonly ComparedExam[] }) {
  const t = useTranslations('plan.plot')
  const format = useFormatter()
  return (
    <svg
      viewBox={`0 0 ${left + side + 14} ${top + side + 40}`}
      role="img"
      aria-label={t('label')}
      className="w-full max-w-md text-[11px]"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}`} className="stroke-rule" />
          <text x={x(tick)} y={y(0) + 14} textAnchor="middle" className="fill-muted">
            {percent(format, tick)}
          </text>
          <text x={left - 5} y={y(tick) + 4} textAnchor="end" className="fill-muted">
            {percent(format, tick)}
          </text>
        </g>
      ))}
      <path d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} className="stroke-muted" strokeDasharray="4 4" />
      {exams.map(({ id, expected: { mean, low, high }, got }) => (
        <g key={id}>
          <path d={`M${x(low)} ${y(got)}H${x(high)}`} className="stroke-accent opacity-60" strokeWidth="2" />
          <circle cx={x(mean)} cy={y(got)} r="4.5" className="fill-accent stroke-sheet" />
        </g>
      ))}
      <text x={x(0.5)} y={y(0) + 32} textAnchor="middle" className="fill-ink">
        {t('expected')}
      </text>
      <text x={x(0) + 6} y={y(1) + 14} className="fill-ink">
        ↑ {t('got')}
      </text>
    </svg>
  )
}

function Summary({ exams }: { readonly exams: readonly ComparedExam[] }) {
  const t = useTranslations('plan.plot')
  const format = useFormatter()
  const off = exams.reduce((sum, { expected, got }) => sum + got - expected.mean, 0) / exams.length
  const inside = exams.filter(({ expected: { low, high }, got }) => got >= low && got <= high).length
  const direction = off > 0 ? 'above' : off < 0 ? 'below' : 'other'
  const points = format.number(Math.abs(off) * 100, { maximumFractionDigits: 1 })
  return <p>{t('mean', { off: points, direction, count: exams.length, inside })}</p>
}

function Table({ exams }: { readonly exams: readonly ComparedExam[] }) {
  const t = useTranslations('plan.plot')
  const words = useTranslations('plan')
  const format = useFormatter()
  const points = (share: number) => format.number(share * 100, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (
    <details>
      <summary className="min-h-8 cursor-pointer font-medium">{t('table')}</summary>
      <table className="mt-2 w-full max-w-md text-right text-sm tabular-nums">
        <thead>
          <tr className="border-rule border-b">
            <th scope="col" className="py-1 text-left font-medium">
              {t('date')}
            </th>
            {(['expected', 'got', 'off'] as const).map((name) => (
              <th key={name} scope="col" className="whitespace-nowrap py-1 pl-3 font-medium">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exams.map(({ id, startedAt, expected, got }) => (
            <tr key={id} className="border-rule border-b">
              <th scope="row" className="py-1 text-left font-normal">
                {format.dateTime(startedAt, when)}
              </th>
              <td className="pl-3">{intervalWords(words, format, expected)}</td>
              <td className="pl-3">{percent(format, got)}</td>
              <td className="pl-3">{points(got - expected.mean)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
