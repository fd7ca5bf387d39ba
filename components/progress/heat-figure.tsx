import { useTranslations } from 'next-intl'
import { Figure } from '@/components/chart/figure'
import type { HeatDay, HeatLevel, HeatMap, HeatWeek } from '@/lib/progress/heat-map'
import type { WorkSum } from '@/lib/progress/work'
import { HeatDays } from './heat-days'
import { useFormats } from './use-formats'

type Props = { readonly map: HeatMap; readonly sum: WorkSum; readonly span: 'half' | 'year' }

const levels = [1, 2, 3, 4] as const
const dayMs = 86_400_000

/** The days of half a year or a year, with how much was done on each. */
export function HeatFigure({ map, sum, span }: Props) {
  const t = useTranslations('progress')
  const { count, day, longDay, monthOfDay, weekday } = useFormats()
  const { bounds, weeks } = map
  const monday = weeks[0]?.monday ?? 0
  const weekdays = Array.from({ length: 7 }, (_, place) => weekday(monday + place))
  const legend: { readonly level: HeatLevel; readonly text: string }[] = [{ level: 0, text: t('heat.none') }]
  for (const level of levels) {
    const from = bounds[level - 1] ?? 1
    const next = bounds.at(level)
    // Two levels of one bound: only the upper one can be had.
    if (next !== undefined && next <= from) continue
    const text =
      next === undefined
        ? t('heat.more', { from })
        : next - 1 === from
          ? t('heat.one', { from })
          : t('heat.range', { from, to: next - 1 })
    legend.push({ level, text })
  }
  const rows = weeks.map((week) => ({
    key: week.monday,
    cells: [day(week.monday), ...week.days.map((one) => (one === null ? '' : count(one.reviews)))],
  }))
  return (
    <Figure
      id="heat"
      title={t(`heat.${span}`)}
      lead={<p>{t('heat.lead', { days: sum.days, reviews: sum.reviews })}</p>}
      table={{ head: [t('heat.week'), ...weekdays], rows }}
      words={{ open: t('asTable') }}
    >
      <HeatDays
        map={map}
        label={t('heat.label', { days: sum.days, reviews: sum.reviews })}
        weekdays={weekdays}
        monthOf={(week: HeatWeek) => (beginsMonth(week.monday) ? monthOfDay(week.monday + 6) : null)}
        titleOf={({ day: of, reviews }: HeatDay) => t('heat.day', { date: longDay(of), reviews })}
        legend={legend}
      />
    </Figure>
  )
}

/** Whether a month begins in the week of this Monday. */
function beginsMonth(monday: number): boolean {
  return new Date((monday + 6) * dayMs).getUTCDate() <= 7
}
