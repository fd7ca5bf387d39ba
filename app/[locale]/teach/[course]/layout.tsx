import { getTranslations } from 'next-intl/server'
import { CourseHeader } from '@/components/teach/course-header'
import { mayRole } from '@/lib/teach/roles'
import { openCourse } from '../open-course'

/** What stands above every page of a course: its name, and its places for the role of the reader. */
export default async function CourseLayout({ children, params }: LayoutProps<'/[locale]/teach/[course]'>) {
  const [t, marks] = [await getTranslations('teach'), await getTranslations('marks.nav')]
  const { course } = await openCourse((await params).course, 'see course')
  const { id, role, archivedAt } = course
  const isOpen = archivedAt === null
  const places = [
    { href: `/teach/${id}`, name: t('overview'), isShown: true },
    { href: `/teach/${id}/people`, name: t('people'), isShown: mayRole(role, 'see people') },
    { href: `/teach/${id}/gradebook`, name: marks('gradebook'), isShown: mayRole(role, 'see marks') },
    { href: `/teach/${id}/analysis`, name: marks('analysis'), isShown: mayRole(role, 'see papers') },
    { href: `/teach/${id}/reports`, name: marks('reports'), isShown: mayRole(role, 'see papers') },
    { href: `/teach/${id}/marks`, name: marks('own'), isShown: mayRole(role, 'take') },
    { href: `/teach/${id}/door`, name: t('door'), isShown: isOpen && mayRole(role, 'manage people') },
    { href: `/teach/${id}/questions`, name: t('questions'), isShown: isOpen && mayRole(role, 'edit assignments') },
    { href: `/teach/${id}/live`, name: t('live'), isShown: isOpen && mayRole(role, 'ask live') },
    { href: `/teach/${id}/settings`, name: t('settings'), isShown: mayRole(role, 'manage course') },
  ]
  return (
    <div className="flex flex-col gap-6 sm:gap-8">
      <CourseHeader
        course={{ id, name: course.name, term: course.term, isArchived: !isOpen }}
        places={places.filter(({ isShown }) => isShown).map(({ href, name }) => ({ href, name }))}
      />
      {children}
    </div>
  )
}
