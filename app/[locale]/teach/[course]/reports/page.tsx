import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { ResultQuestions } from '@/components/exam/result-questions'
import { AnswerReportForm } from '@/components/marks/answer-report-form'
import { practiceTexts } from '@/components/practice/texts'
import { Page } from '@/components/ui/page'
import { summaryLook } from '@/components/ui/summary-look'
import { scorePaper } from '@/lib/assessment/score'
import { loadSay } from '@/lib/i18n/say'
import { findReader } from '@/lib/session/reader'
import { listReports, type Report } from '@/lib/store/teach/marks/report'
import { mayRole, type Role } from '@/lib/teach/roles'
import { presentResults } from '@/lib/words/present-result'
import { saveAnswer } from './answer-report'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('marks.reports')
  return { title: t('title') }
}

/** What students say is wrong with questions: to answer, and answered. */
export default async function ReportsPage({ params }: PageProps<'/[locale]/teach/[course]/reports'>) {
  const { course: courseId } = await params
  const [t, { userId, timeZone }] = [await getTranslations('marks.reports'), await findReader()]
  const found = userId === undefined ? undefined : await listReports({ userId, courseId })
  if (found === undefined) notFound()
  const { course, reports } = found
  const parts = [
    ['open', reports.filter(({ answeredAt }) => answeredAt === null)],
    ['done', reports.filter(({ answeredAt }) => answeredAt !== null)],
  ] as const
  return (
    <Page title={t('title')}>
      <p>{t('lead')}</p>
      {reports.length === 0 && <p className="border-accent border-l-4 pl-4">{t('none')}</p>}
      {parts.map(
        ([part, listed]) =>
          listed.length > 0 && (
            <section key={part} aria-labelledby={part} className="flex flex-col gap-3">
              <h2 id={part}>{t(part)}</h2>
              <ul className="flex flex-col divide-y divide-rule border-rule border-y">
                {listed.map((report) => (
                  <ReportEntry key={report.id} {...{ report, courseId, timeZone }} role={course.role} />
                ))}
              </ul>
            </section>
          ),
      )}
    </Page>
  )
}

type EntryProps = {
  readonly report: Report
  readonly courseId: string
  readonly role: Role
  readonly timeZone: string
}

/** A report with the question as it was shown, the answer to it, and the proof. */
async function ReportEntry({ report, courseId, role, timeZone }: EntryProps) {
  const [t, format, locale] = [await getTranslations('marks.reports'), await getFormatter(), await getLocale()]
  const say = await loadSay(locale)
  const { id, student, title, position, text, at, outcome, answer, paper } = report
  const asked = paper.paper.filter((question) => question.position === position)
  const { questions } = scorePaper(asked, paper.attempt, paper.credit)
  return (
    <li className="flex flex-col gap-3 py-4 [overflow-wrap:anywhere]">
      <p className="text-muted text-sm">
        {t('from', {
          ...{ student, title, number: String(position + 1) },
          when: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
        })}
      </p>
      <blockquote className="whitespace-pre-line border-waiting border-l-4 pl-4">{text}</blockquote>
      <details>
        <summary className={summaryLook}>{t('question')}</summary>
        <ResultQuestions
          entries={presentResults(say, asked, questions)}
          texts={practiceTexts(say)}
          locale={locale}
          isAlone
        />
      </details>
      {outcome === null ? (
        mayRole(role, 'mark') && (
          <AnswerReportForm
            act={saveAnswer.bind(null, { courseId, reportId: id })}
            {...{ student, number: position + 1 }}
            mayWithdraw={mayRole(role, 'release')}
          />
        )
      ) : (
        <p>
          <strong>{t(outcome)}</strong> {t('answered', { answer: answer ?? '' })}
        </p>
      )}
    </li>
  )
}
