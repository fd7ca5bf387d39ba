import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ExamRun } from '@/components/exam/exam-run'
import { examTexts } from '@/components/exam/texts'
import { reportTexts } from '@/components/marks/report-texts'
import { practiceTexts } from '@/components/practice/texts'
import { answerKey } from '@/lib/answer-key'
import { examState } from '@/lib/assessment/exam-state'
import { redirect } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { findReader } from '@/lib/session/reader'
import { findExam } from '@/lib/store/exam/exam'
import { presentExamItem } from '@/lib/words/present-exam-item'
import { sendReport } from './report-question'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exam')
  return { title: t('title') }
}

/** A running exam. Once it has ended there is only its result. */
export default async function ExamRunPage({ params }: PageProps<'/[locale]/exam/[attempt]'>) {
  const { attempt: attemptId } = await params
  const locale = await getLocale()
  const { userId, settings } = await findReader()
  const exam = userId === undefined ? undefined : await findExam({ userId, attemptId, now: new Date() })
  if (exam === undefined) notFound()
  if (exam.attempt.finished !== null) return redirect({ href: `/exam/${attemptId}/result`, locale })
  const say = await loadSay(locale)
  return (
    <ExamRun
      attemptId={attemptId}
      items={exam.paper.map((question) => presentExamItem(say, question))}
      state={examState(exam.attempt, Date.now())}
      singleKeys={settings.numberKeys}
      isOneWay={exam.attempt.clock.terms.isOneWay}
      isSupervised={exam.assignmentId !== null}
      answerKey={exam.assignmentId === null ? null : answerKey()}
      report={exam.assignmentId === null ? null : { act: sendReport.bind(null, attemptId), texts: reportTexts(say) }}
      result={`/${locale}/exam/${attemptId}/result`}
      texts={{ ...practiceTexts(say), ...examTexts(say) }}
    />
  )
}
