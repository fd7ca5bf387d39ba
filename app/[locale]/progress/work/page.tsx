import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HeatFigure } from '@/components/progress/heat-figure'
import { NothingYet } from '@/components/progress/nothing-yet'
import { MinutesFigure, ReviewsFigure } from '@/components/progress/work-figures'
import { Page } from '@/components/ui/page'
import { heatMapOf } from '@/lib/progress/heat-map'
import { sumWork, workOfDays } from '@/lib/progress/work'
import { weekdayOf } from '@/lib/review/day'
import { findReader } from '@/lib/session/reader'
import { findLearner } from '@/lib/store/review/learner'
import { listTotals } from '@/lib/store/review/totals'

const weeksShown = 53
const daysShown = 30

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('progress')
  return { title: t('work.title') }
}

/** How much was done: reviews and minutes on the last days, and the days of a year. */
export default async function WorkPage() {
  const t = await getTranslations('progress')
  const { userId, settings, foundTimeZone } = await findReader()
  const { today } = await findLearner({ userId, settings, foundTimeZone, now: new Date() })
  const count = (weeksShown - 1) * 7 + weekdayOf(today)
  const totals =
    userId === undefined ? [] : await listTotals({ userId, scope: 'day', from: today - count + 1, to: today })
  const year = workOfDays(today, count, totals)
  const sum = sumWork(year)
  const days = year.slice(-daysShown)
  return (
    <Page title={t('work.title')} width="page">
      {sum.reviews === 0 ? (
        <NothingYet />
      ) : (
        <div className="flex flex-col gap-12">
          <ReviewsFigure days={days} sum={sumWork(days)} />
          <MinutesFigure days={days} sum={sumWork(days)} />
          <HeatFigure map={heatMapOf(year)} sum={sum} span="year" />
        </div>
      )}
    </Page>
  )
}
