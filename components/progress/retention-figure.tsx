import { useTranslations } from 'next-intl'
import { Figure } from '@/components/chart/figure'
import type { Recalled, Retention } from '@/lib/progress/retention'
import { RetentionChart, retentionLook } from './retention-chart'
import { useFormats } from './use-formats'

type Props = { readonly retention: Retention; readonly wanted: number }

/** What was recalled of the cards that came back after a day or more, by month and maturity. */
export function RetentionFigure({ retention, wanted }: Props) {
  const t = useTranslations('progress')
  const { percent, month } = useFormats()
  const { whole, months } = retention
  const cell = ({ share, right, reviews }: Recalled) =>
    share === null ? '–' : t('retention.cell', { share: percent(share), right, reviews })
  if (whole.all.share === null)
    return (
      <section aria-labelledby="retention" className="flex max-w-text flex-col gap-2">
        <h2 id="retention">{t('retention.title')}</h2>
        <p className="text-muted">{t('retention.none')}</p>
      </section>
    )
  const { share, right, reviews } = whole.all
  return (
    <Figure
      id="retention"
      title={t('retention.title')}
      lead={<p>{t('retention.lead', { share: percent(share), right, reviews, wanted: percent(wanted) })}</p>}
      table={{
        head: [t('retention.month'), t('retention.young'), t('retention.mature'), t('retention.all')],
        rows: months.toReversed().map((one) => ({
          key: one.month,
          cells: [month(one.month), cell(one.young), cell(one.mature), cell(one.all)],
        })),
      }}
      words={{ open: t('asTable') }}
    >
      <RetentionChart
        months={months}
        wanted={wanted}
        label={t('retention.label')}
        words={{ unit: t('retention.unit'), wanted: t('retention.wanted', { wanted: percent(wanted) }) }}
        percent={percent}
        monthName={month}
        titleOf={(one, sort) => {
          const recalled = one[sort]
          return t('retention.of', {
            month: month(one.month),
            sort: t(`retention.${sort}`),
            right: recalled.right,
            reviews: recalled.reviews,
            share: percent(recalled.share ?? 0),
          })
        }}
      />
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
        {(['young', 'mature'] as const).map((sort) => (
          <li key={sort} className="flex items-center gap-2">
            <Swatch sort={sort} />
            {t('retention.sort', { name: t(`retention.${sort}`), hint: t(`retention.${sort}Hint`) })}
          </li>
        ))}
      </ul>
    </Figure>
  )
}

function Swatch({ sort }: { readonly sort: keyof typeof retentionLook }) {
  const { line, dash, mark } = retentionLook[sort]
  return (
    <svg viewBox="0 0 34 12" className="h-3 w-8.5 shrink-0" aria-hidden="true">
      <line x1={0} x2={34} y1={6} y2={6} strokeWidth={2} strokeDasharray={dash} className={line} />
      {sort === 'young' ? (
        <circle cx={17} cy={6} r={4.5} className={`stroke-2 ${mark}`} />
      ) : (
        <rect x={12} y={1} width={10} height={10} className={mark} />
      )}
    </svg>
  )
}
