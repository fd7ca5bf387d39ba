import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { addressOf } from '@/components/assign/assignment-link'
import { Page } from '@/components/ui/page'
import { findReader } from '@/lib/session/reader'
import { findAnalysis } from '@/lib/store/teach/marks/analysis'
import { mayRole } from '@/lib/teach/roles'
import { AnalysisView } from '../../../analysis-view'
import { makeClassSet } from './make-class-set'

type Props = PageProps<'/[locale]/teach/[course]/assignments/[assignment]/analysis'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('marks.nav')
  return { title: t('analysis') }
}

const query = z.object({ page: z.coerce.number().int().min(1).max(999).catch(1) })

/** What the papers of an assignment say of its questions, its facts and its class. */
export default async function AnalysisPage({ params, searchParams }: Props) {
  const { course: courseId, assignment: assignmentId } = await params
  const [t, { userId }] = [await getTranslations('marks.analysis'), await findReader()]
  const found = userId === undefined ? undefined : await findAnalysis({ userId, courseId, assignmentId })
  if (found?.assignment == null) notFound()
  const { course, assignment } = found
  const { page } = query.parse(await searchParams)
  return (
    <Page
      title={t('title', { title: assignment.title })}
      width="page"
      back={{ href: addressOf({ courseId, id: assignmentId }), text: assignment.title }}
    >
      <p className="max-w-text">{t('lead')}</p>
      <AnalysisView
        {...{ found, page }}
        makeSetOf={
          mayRole(course.role, 'mark') ? (belief) => makeClassSet.bind(null, { courseId, assignmentId, belief }) : null
        }
      />
    </Page>
  )
}
