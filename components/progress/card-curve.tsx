import { useTranslations } from 'next-intl'
import { Figure } from '@/components/chart/figure'
import type { Forgetting } from '@/lib/progress/forgetting'
import { ForgettingChart } from './forgetting-chart'
import { useFormats } from './use-formats'

type Props = {
  readonly forgetting: Forgetting
  readonly today: number
  readonly wanted: number
  readonly recall: number
}

/** The forgetting curve of a card, and the recall with which it came to each review as a table. */
export function CardCurve({ forgetting, today, wanted, recall }: Props) {
  const t = useTranslations('progress.card')
  const progress = useTranslations('progress')
  const ratings = useTranslations('review.ratings')
  const { percent, day, longDay } = useFormats()
  const { curves, from, to } = forgetting
  const rows = curves.flatMap((points, index) => {
    const end = points.at(-1)
    const until = index === curves.length - 1 ? { day: today, recall } : end
    return until === undefined || points[0] === undefined || until.day < points[0].day
      ? []
      : [{ key: points[0].day, cells: [longDay(points[0].day), longDay(until.day), percent(until.recall)] }]
  })
  return (
    <Figure
      id="curve"
      title={t('curve')}
      lead={<p className="text-muted">{t('curveLead')}</p>}
      table={{ head: [t('reviewed'), t('until'), t('unit')], rows }}
      words={{ open: progress('asTable') }}
    >
      <ForgettingChart
        {...{ forgetting, today, wanted, percent }}
        label={t('label', { from: longDay(from), to: longDay(to), recall: percent(recall) })}
        words={{ unit: t('unit'), wanted: t('wanted', { wanted: percent(wanted) }), today: t('today') }}
        dateOf={day}
        titleOf={({ day: on, rating }) => t('of', { date: longDay(on), rating: ratings(rating) })}
      />
    </Figure>
  )
}
