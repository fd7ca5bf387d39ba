import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BlueprintFields } from '@/components/exam/blueprint-fields'
import { ExamForm } from '@/components/exam/exam-form'
import { ExamHistory } from '@/components/exam/exam-history'
import { ExamRules } from '@/components/exam/exam-rules'
import { PresetCard } from '@/components/exam/preset-card'
import { PredictionsPlot } from '@/components/plan/predictions-plot'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { forms, levels, presetNames, presets } from '@/lib/assessment/blueprint'
import { comparedWithExpected, satExam } from '@/lib/assessment/sat-exam'
import { questionsByTopic } from '@/lib/assessment/strata'
import { Link } from '@/lib/i18n/navigation'
import { topics } from '@/lib/items/topics'
import { findReader } from '@/lib/session/reader'
import { listExams } from '@/lib/store/exam/exam'
import { startExamFromForm } from './start-exam'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exam')
  return { title: t('title') }
}

/** Choose a paper, or go on with the one that is open; what was sat before stands below. */
export default async function ExamPage({ searchParams }: PageProps<'/[locale]/exam'>) {
  const t = await getTranslations('exam')
  const locale = await getLocale()
  const { adjust } = await searchParams
  const adjusted = presetNames.find((name) => name === adjust)
  const { userId, timeZone } = await findReader()
  const exams = userId === undefined ? [] : await listExams({ userId, limit: 10, now: new Date() })
  const open = exams.find(({ attempt }) => attempt.finished === null)
  const sat = exams.map(satExam)
  const start = { start: startExamFromForm, submit: t('start') }
  return (
    <Page title={t('title')}>
      <p>{t('lead')}</p>
      {open === undefined ? (
        <>
          {presetNames.map((name) => (
            <PresetCard
              key={name}
              {...{ name, locale, start }}
              blueprint={presets[name]}
              byTopic={topics.map((topic, index) => [topic, questionsByTopic(presets[name])[index] ?? 0])}
            />
          ))}
          <details id="own" open={adjusted !== undefined} className="border-rule border-t pt-4">
            <summary className="min-h-8 cursor-pointer font-semibold text-xl">{t('own')}</summary>
            <ExamForm key={adjusted} {...start}>
              <BlueprintFields blueprint={presets[adjusted ?? 'midterm']} {...{ locale, topics, forms, levels }} />
            </ExamForm>
          </details>
          <ExamRules />
        </>
      ) : (
        <section className="flex flex-col items-start gap-3 border-accent border-l-4 bg-sheet p-4">
          <p>{t('continueLead')}</p>
          <Link className={buttonClass('primary')} href={`/exam/${open.id}`}>
            {t('continue')}
          </Link>
        </section>
      )}
      <ExamHistory exams={sat} timeZone={timeZone} />
      {sat.length > 0 && <PredictionsPlot exams={comparedWithExpected(sat)} timeZone={timeZone} />}
    </Page>
  )
}
