import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PrintButton } from '@/components/cards/print-button'
import { GradebookTable } from '@/components/marks/gradebook-table'
import { MarkingForm } from '@/components/marks/marking-form'
import { createMarkWriter } from '@/components/marks/write-marks'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { findReader } from '@/lib/session/reader'
import { findGradebook } from '@/lib/store/teach/marks/gradebook'
import { mayRole } from '@/lib/teach/roles'
import { setMarking } from './set-marking'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('marks.gradebook')
  return { title: t('title') }
}

/** The marks of a course: students and assignments, to look at, to take away and to print. */
export default async function GradebookPage({ params }: PageProps<'/[locale]/teach/[course]/gradebook'>) {
  const { course: courseId } = await params
  const [t, locale, { userId }] = [await getTranslations('marks.gradebook'), await getLocale(), await findReader()]
  const book = userId === undefined ? undefined : await findGradebook({ userId, courseId, now: new Date() })
  if (book === undefined) notFound()
  const { course, assignments, students, marking } = book
  const hasMarks = assignments.length > 0 && students.length > 0
  return (
    <Page title={t('title')} width="page">
      <p className="hidden font-semibold print:block">
        {course.name} {course.term}
      </p>
      <div className="flex max-w-text flex-col gap-2">
        <p>
          {t('lead')} {marking.dropLowest > 0 && t('leadDrop', { count: marking.dropLowest })}
        </p>
        {assignments.length === 0 && <p className="border-accent border-l-4 pl-4">{t('none')}</p>}
        {students.length === 0 && <p className="border-accent border-l-4 pl-4">{t('nobody')}</p>}
      </div>
      {hasMarks && (
        <>
          <GradebookTable
            {...{ courseId, assignments, students }}
            courseName={course.name}
            isStaff={mayRole(course.role, 'see papers')}
            write={createMarkWriter(locale)}
          />
          <p className="text-muted text-sm">{t('legend')}</p>
          <div className="flex flex-wrap gap-3 print:hidden">
            <a className={buttonClass()} href={`/api/v1/courses/${courseId}/gradebook?locale=${locale}`} download>
              {t('csv')}
            </a>
            <PrintButton text={t('print')} look="plain" />
          </div>
        </>
      )}
      {mayRole(course.role, 'release') && assignments.length > 0 && (
        <MarkingForm act={setMarking.bind(null, courseId)} {...{ assignments, dropLowest: marking.dropLowest }} />
      )}
    </Page>
  )
}
