import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { findAnalysis } from '@/lib/store/teach/marks/analysis'
import { AnalysisView } from '../analysis-view'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('marks.analysis')
  return { title: t('course') }
}

/** Over time: what all assignments of a course say together, by fact, and the way to each. */
export default async function CourseAnalysisPage({ params }: PageProps<'/[locale]/teach/[course]/analysis'>) {
  const { course: courseId } = await params
  const [t, { userId }] = [await getTranslations('marks.analysis'), await findReader()]
  const found = userId === undefined ? undefined : await findAnalysis({ userId, courseId, assignmentId: null })
  if (found === undefined) notFound()
  const { assignments } = found
  return (
    <Page title={t('course')} width="page">
      <ul className="flex flex-col">
        {assignments.map(({ id, title }) => (
          <li key={id}>
            <Link
              className={`inline-flex min-h-11 items-center [overflow-wrap:anywhere] ${textLink}`}
              href={`/teach/${courseId}/assignments/${id}/analysis`}
            >
              {t('title', { title })}
            </Link>
          </li>
        ))}
      </ul>
      <AnalysisView found={found} page={1} makeSetOf={null} />
    </Page>
  )
}
