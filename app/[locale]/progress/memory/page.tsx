import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PredictionsPlot } from '@/components/plan/predictions-plot'
import { CalibrationFigure } from '@/components/progress/calibration-figure'
import { ForecastFigure } from '@/components/progress/forecast-figure'
import { NothingYet } from '@/components/progress/nothing-yet'
import { RetentionFigure } from '@/components/progress/retention-figure'
import { Page } from '@/components/ui/page'
import { comparedWithExpected, satExam } from '@/lib/assessment/sat-exam'
import { calibrationOf } from '@/lib/progress/calibration'
import { forecastOf } from '@/lib/progress/forecast'
import { retentionOf } from '@/lib/progress/retention'
import { startOfDay } from '@/lib/review/day'
import { monthNumber, predictionBins } from '@/lib/review/totals'
import { findReader } from '@/lib/session/reader'
import { listExams } from '@/lib/store/exam/exam'
import { findDueAhead } from '@/lib/store/progress/due-by-day'
import { findLearner } from '@/lib/store/review/learner'
import { listTotals } from '@/lib/store/review/totals'

const daysAhead = 30
const monthsBack = 12
const examsShown = 10

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('progress')
  return { title: t('memory.title') }
}

/** How well memory is kept, how well that was predicted, and what comes of it: a section each, of which more may follow. */
export default async function MemoryPage() {
  const t = await getTranslations('progress')
  const { userId, settings, foundTimeZone, timeZone } = await findReader()
  if (userId === undefined)
    return (
      <Page title={t('memory.title')} width="page">
        <NothingYet />
      </Page>
    )
  const now = new Date()
  const { today, clock } = await findLearner({ userId, settings, foundTimeZone, now })
  const month = monthNumber(today)
  const months = { userId, from: month - monthsBack + 1, to: month }
  const retained = await Promise.all([
    listTotals({ ...months, scope: 'young' }),
    listTotals({ ...months, scope: 'mature' }),
  ])
  const bins = await listTotals({ userId, scope: 'bin', from: 0, to: predictionBins - 1 })
  const { days, steps } = await findDueAhead({
    userId,
    to: today + daysAhead - 1,
    stepsUntil: new Date(startOfDay(clock, today + 1)),
  })
  const exams = await listExams({ userId, limit: examsShown, now })
  return (
    <Page title={t('memory.title')} width="page">
      <div className="flex flex-col gap-12">
        <RetentionFigure retention={retentionOf(retained.flat(), month)} wanted={settings.retention} />
        <ForecastFigure forecast={forecastOf(today, daysAhead, days)} steps={steps} limits={settings} />
        <CalibrationFigure calibration={calibrationOf(bins)} />
        <PredictionsPlot exams={comparedWithExpected(exams.map(satExam))} timeZone={timeZone} />
      </div>
    </Page>
  )
}
