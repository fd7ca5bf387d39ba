import { useTranslations } from 'next-intl'
import { BarChart } from '@/components/chart/bar-chart'
import { Figure } from '@/components/chart/figure'
import type { Forecast } from '@/lib/progress/forecast'
import { useFormats } from './use-formats'

type Props = {
  readonly forecast: Forecast
  /** Cards in learning steps that come today. */
  readonly steps: number
  readonly limits: { readonly reviewsPerDay: number; readonly newPerDay: number }
}

/** What falls due on the days to come, and what is overdue. */
export function ForecastFigure({ forecast, steps, limits }: Props) {
  const t = useTranslations('progress')
  const { count, day, longDay } = useFormats()
  const { days, backlog } = forecast
  const due = days.reduce((sum, one) => sum + one.due, 0)
  if (due + backlog + steps === 0)
    return (
      <section aria-labelledby="forecast" className="flex max-w-text flex-col gap-2">
        <h2 id="forecast">{t('forecast.title')}</h2>
        <p className="text-muted">{t('forecast.none')}</p>
      </section>
    )
  const today = days[0]?.day
  return (
    <Figure
      id="forecast"
      title={t('forecast.title')}
      lead={
        <>
          <p>{t('forecast.lead', { due, backlog, steps })}</p>
          <p className="text-muted">{t('forecast.limit', { limit: limits.reviewsPerDay, fresh: limits.newPerDay })}</p>
        </>
      }
      table={{
        head: [t('forecast.day'), t('forecast.due')],
        rows: [
          { key: 'backlog', cells: [t('forecast.backlog'), count(backlog)] },
          ...days.map((one) => ({ key: one.day, cells: [longDay(one.day), count(one.due)] })),
        ],
      }}
      words={{ open: t('asTable') }}
    >
      <BarChart
        label={t('forecast.label', { due, backlog })}
        unit={t('forecast.unit')}
        write={count}
        named="first"
        bars={days.map((one) => {
          const date = longDay(one.day)
          const isToday = one.day === today
          return {
            key: one.day,
            name: isToday ? t('forecast.today') : day(one.day),
            title: isToday
              ? t('forecast.ofToday', { date, due: one.due, backlog })
              : t('forecast.of', { date, due: one.due }),
            value: one.due,
            ...(isToday && { onTop: backlog }),
          }
        })}
      />
    </Figure>
  )
}
