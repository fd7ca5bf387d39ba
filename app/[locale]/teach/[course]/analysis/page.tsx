import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { FactsOverTime } from '@/components/marks/facts-over-time'
import { createMarkWriter } from '@/components/marks/write-marks'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { findReader } from '@/lib/session/reader'
import { findCourseAnalysis } from '@/lib/store/teach/marks/analysis'
import { factWords } from '@/lib/words/fact-words'

/** How many facts are listed, the hardest. */
const factsShown = 60

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('marks.analysis')
  return { title: t('course') }
}

/** Over time: what all assignments of a course say of its facts, and the way to each. */
export default async function CourseAnalysisPage({ params }: PageProps<'/[locale]/teach/[course]/analysis'>) {
  const { course: courseId } = await params
  const [t, locale, { userId }] = [await getTranslations('marks.analysis'), await getLocale(), await findReader()]
  const found = userId === undefined ? undefined : await findCourseAnalysis({ userId, courseId })
  if (found === undefined) notFound()
  const { assignments, facts } = found
  const say = await loadSay(locale)
  const titles = new Map(assignments.map(({ id, title }) => [id, title]))
  return (
    <Page title={t('course')} width="page">
      <ul className="flex flex-col">
        {assignments.map(({ id, title }) => (
          <li key={id}>
            <Link
              className={`inline-flex min-h-11 items-center [overflow-wrap:anywhere] ${textLink}`}
              href={`/teach/${courseId}/assignments/${id}/analysis`}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
      {facts.length === 0 ? (
        <p className="border-accent border-l-4 pl-4">{t('papers', { count: 0 })}</p>
      ) : (
        <section aria-labelledby="facts" className="flex flex-col gap-2">
          <h2 id="facts">{t('facts')}</h2>
          <p>{t('overTimeLead')}</p>
          <FactsOverTime
            facts={facts.slice(0, factsShown).map(({ fact, course, ...numbers }) => ({
              ...numbers,
              id: fact,
              words: factWords(say, fact),
              course: course.map((one) => ({ ...one, title: titles.get(one.assignmentId) ?? '' })),
            }))}
            write={createMarkWriter(locale)}
          />
        </section>
      )}
    </Page>
  )
}
