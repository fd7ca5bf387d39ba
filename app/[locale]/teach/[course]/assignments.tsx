import { getTranslations } from 'next-intl/server'
import { AssignmentList } from '@/components/assign/assignment-list'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/lib/i18n/navigation'
import { listAssignments } from '@/lib/store/teach/assignment'
import type { Course } from '@/lib/store/teach/course'
import { mayRole } from '@/lib/teach/roles'

type Props = { readonly course: Course; readonly userId: string; readonly timeZone: string }

/** What is assigned in a course, for the role of its reader. */
export async function Assignments({ course: { id, role, archivedAt }, userId, timeZone }: Props) {
  const t = await getTranslations('assign')
  const assignments = await listAssignments({ userId, courseId: id })
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('title')}</h2>
      <AssignmentList {...{ assignments, timeZone }} now={new Date()} />
      {mayRole(role, 'edit assignments') && archivedAt === null && (
        <p className="flex flex-wrap gap-3">
          <Link className={buttonClass()} href={`/teach/${id}/assignments/new?kind=homework`}>
            {t('makeHomework')}
          </Link>
          <Link className={buttonClass()} href={`/teach/${id}/assignments/new?kind=exam`}>
            {t('makeExam')}
          </Link>
        </p>
      )}
    </section>
  )
}
