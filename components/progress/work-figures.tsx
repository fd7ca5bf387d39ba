import { useTranslations } from 'next-intl'
import { BarChart } from '@/components/chart/bar-chart'
import { Figure } from '@/components/chart/figure'
import type { WorkDay, WorkSum } from '@/lib/progress/work'
import { useFormats } from './use-formats'

type Props = { readonly days: readonly WorkDay[]; readonly sum: WorkSum }

/** How many reviews were done on each of the last days. */
export function ReviewsFigure({ days, sum }: Props) {
  const t = useTranslations('progress')
  const { count, day, longDay } = useFormats()
  const { reviews, days: active, fresh } = sum
  return (
    <Figure
      id="reviews"
      title={t('work.reviews')}
      lead={<p>{t('work.reviewsLead', { reviews, days: active, fresh })}</p>}
      table={{
        head: [t('work.day'), t('work.reviews'), t('work.right'), t('work.fresh')],
        rows: days.toReversed().map((one) => ({
          key: one.day,
          cells: [longDay(one.day), count(one.reviews), count(one.right), count(one.fresh)],
        })),
      }}
      words={{ open: t('asTable') }}
    >
      <BarChart
        label={t('work.reviewsLead', { reviews, days: active, fresh })}
        unit={t('work.reviewsUnit')}
        write={count}
        bars={days.map((one) => ({
          key: one.day,
          name: day(one.day),
          title: t('work.reviewsOf', { date: longDay(one.day), reviews: one.reviews, right: one.right }),
          value: one.reviews,
        }))}
      />
    </Figure>
  )
}

/** How long the questions of each of the last days took. */
export function MinutesFigure({ days, sum }: Props) {
  const t = useTranslations('progress')
  const { count, day, longDay } = useFormats()
  const mean = t('work.mean', { mean: sum.days === 0 ? 0 : sum.minutes / sum.days })
  const lead = t('work.minutesLead', { minutes: Math.round(sum.minutes), mean })
  return (
    <Figure
      id="minutes"
      title={t('work.minutes')}
      lead={<p>{lead}</p>}
      table={{
        head: [t('work.day'), t('work.minutes')],
        rows: days.toReversed().map((one) => ({
          key: one.day,
          cells: [longDay(one.day), t('work.mean', { mean: one.minutes })],
        })),
      }}
      words={{ open: t('asTable') }}
    >
      <BarChart
        label={lead}
        unit={t('work.minutesUnit')}
        write={count}
        least={0.1}
        bars={days.map((one) => ({
          key: one.day,
          name: day(one.day),
          title: t('work.minutesOf', { date: longDay(one.day), minutes: one.minutes }),
          value: one.minutes,
        }))}
      />
    </Figure>
  )
}
