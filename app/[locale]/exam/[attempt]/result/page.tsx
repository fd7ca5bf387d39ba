import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { AssignmentLink } from '@/components/assign/assignment-link'
import { NotShownYet } from '@/components/assign/not-shown-yet'
import { FromResult } from '@/components/exam/from-result'
import { ResultQuestions } from '@/components/exam/result-questions'
import { TopicPoints } from '@/components/exam/topic-points'
import { OwnReportLine } from '@/components/marks/own-report'
import { ReportForm } from '@/components/marks/report-form'
import { reportTexts } from '@/components/marks/report-texts'
import { ExpectedScore } from '@/components/plan/expected-score'
import { RepairList } from '@/components/practice/repair-list'
import { practiceTexts } from '@/components/practice/texts'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { factsToRepair } from '@/lib/assessment/score'
import { Link, redirect } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { findUserId } from '@/lib/session/session'
import { findExam } from '@/lib/store/exam/exam'
import { findShown } from '@/lib/store/teach/find-shown'
import { readRegraded } from '@/lib/store/teach/marks/regraded-paper'
import { listOwnReports } from '@/lib/store/teach/marks/report'
import { scoreExam } from '@/lib/store/teach/marks/score-exam'
import { presentResults } from '@/lib/words/present-result'
import { sendReport } from '../report-question'
import { makeCards } from './make-cards'
import { practiseAgain } from './practise-again'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exam.result')
  return { title: t('title') }
}

/** What an exam came to: points, topics, what to repair, and every question with what is right and why. */
export default async function ResultPage({ params }: PageProps<'/[locale]/exam/[attempt]/result'>) {
  const { attempt: attemptId } = await params
  const t = await getTranslations('exam.result')
  const [locale, format] = [await getLocale(), await getFormatter()]
  const userId = await findUserId(await headers())
  const now = new Date()
  const exam = userId === undefined ? undefined : await findExam({ userId, attemptId, now })
  if (userId === undefined || exam === undefined) notFound()
  const { attempt, prediction } = exam
  if (attempt.finished === null) return redirect({ href: `/exam/${attemptId}`, locale })
  const { shown, assignment } = await findShown(userId, exam, now)
  if (!shown.score) return <NotShownYet assignment={assignment} />
  const say = await loadSay(locale)
  const score = await scoreExam(exam)
  const reports = assignment === null ? null : await listOwnReports({ userId, attemptId })
  const toRepair = shown.answers ? factsToRepair(score).length : 0
  const { paper, why, uncounted } = await readRegraded(exam)
  const entries = shown.answers ? presentResults(say, paper, [...score.questions, ...uncounted], shown, why) : []
  const minutes = Math.ceil((attempt.finished.at - attempt.startedAt) / 60_000)
  return (
    <Page title={t('title')}>
      {assignment !== null && <AssignmentLink assignment={assignment} />}
      <p className="font-semibold text-2xl">
        {t('score', { earned: format.number(score.earned), outOf: score.outOf })}
      </p>
      <progress className="h-3 w-full" max={score.outOf || 1} value={score.earned} aria-label={t('title')} />
      {prediction !== null && score.outOf > 0 && (
        <ExpectedScore expected={prediction} got={score.earned / score.outOf} />
      )}
      <p className="text-muted">{attempt.finished.how === 'time' ? t('time') : t('handedIn', { minutes })}</p>
      {shown.answers && (
        <>
          <TopicPoints topics={score.byTopic} locale={locale} />
          {shown.explanation && (
            <RepairList entries={entries.flatMap(({ repair }) => repair.map((rule) => ({ rule })))} />
          )}
          <ResultQuestions
            entries={entries}
            texts={practiceTexts(say)}
            locale={locale}
            below={(position) => {
              const report = reports?.get(position)
              if (report !== undefined) return <OwnReportLine report={report} />
              return (
                reports !== null && (
                  <ReportForm act={sendReport.bind(null, attemptId)} position={position} texts={reportTexts(say)} />
                )
              )
            }}
          />
        </>
      )}
      <div className="flex flex-wrap items-start gap-4">
        {toRepair > 0 && (
          <FromResult go={makeCards} attemptId={attemptId} submit={t('cards', { count: toRepair })} look="primary" />
        )}
        <FromResult
          go={practiseAgain}
          attemptId={attemptId}
          submit={t('again')}
          look={toRepair > 0 ? 'plain' : 'primary'}
        />
        {assignment === null && (
          <Link className={buttonClass('plain')} href="/exam">
            {t('another')}
          </Link>
        )}
      </div>
    </Page>
  )
}
