import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { summaryLook } from '@/components/ui/summary-look'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import type { Course } from '@/lib/store/teach/course'
import { countPeople, listTeachers } from '@/lib/store/teach/people'
import { spellCode } from '@/lib/teach/door-code'
import { mayRole } from '@/lib/teach/roles'
import { openCourse } from '../open-course'
import { teachErrors } from '../teach-errors'
import { Assignments } from './assignments'
import { leaveCourse } from './leave-course'

type Props = PageProps<'/[locale]/teach/[course]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openCourse((await params).course, 'see course')).course.name }
}

/** A course, as its reader's role has it: what is assigned, who is there, how others come in. */
export default async function CoursePage({ params }: Props) {
  const t = await getTranslations('teach')
  const { course, asking, reader } = await openCourse((await params).course, 'see course')
  const { id, role, archivedAt } = course
  const teachers = await listTeachers(asking)
  return (
    <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
      <div className="flex flex-col gap-8">
        <header className="flex flex-col gap-1 [overflow-wrap:anywhere]">
          <h1>{course.name}</h1>
          <p className="flex flex-wrap gap-x-4 text-muted">
            {course.term !== '' && <span>{course.term}</span>}
            <span>{t('youAre', { role: t(`role.${role}`) })}</span>
          </p>
        </header>
        <Assignments course={course} userId={asking.userId} timeZone={reader.timeZone} />
      </div>
      <div className="flex flex-col gap-8">
        {mayRole(role, 'see people') && <People course={course} count={await countPeople(asking)} />}
        {mayRole(role, 'manage people') && archivedAt === null && <Door course={course} />}
        <section className="flex flex-col gap-2">
          <h2>{t('taughtBy')}</h2>
          <ul className="flex flex-col gap-1">
            {teachers.map((teacher, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name, and the list has no order of its own
              <li key={index} className="[overflow-wrap:anywhere]">
                {teacher.name} <span className="text-muted">· {t(`role.${teacher.role}`)}</span>
              </li>
            ))}
          </ul>
        </section>
        {role !== 'owner' && (
          <details className="border-rule border-t pt-4">
            <summary className={summaryLook}>{t('leave')}</summary>
            <div className="pt-2">
              <ActionForm act={leaveCourse.bind(null, id)} submit={t('leave')} errors={teachErrors(t)} look="plain">
                <p className="text-muted">{t('leaveHint')}</p>
              </ActionForm>
            </div>
          </details>
        )}
      </div>
    </div>
  )
}

type PeopleProps = { readonly course: Course; readonly count: Awaited<ReturnType<typeof countPeople>> }

async function People({ course, count }: PeopleProps) {
  const t = await getTranslations('teach')
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('people')}</h2>
      <p>{t('students', { count: count.student ?? 0 })}</p>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href={`/teach/${course.id}/people`} className={textLink}>
          {t('seePeople')}
        </Link>
        {mayRole(course.role, 'manage people') && course.archivedAt === null && (
          <Link href={`/teach/${course.id}/people/roster`} className={textLink}>
            {t('addPeople')}
          </Link>
        )}
      </p>
    </section>
  )
}

async function Door({ course: { id, joinCode } }: { readonly course: Course }) {
  const t = await getTranslations('teach')
  return (
    <section className="flex flex-col items-start gap-3">
      <h2>{t('door')}</h2>
      <p>{joinCode === null ? t('doorShut') : t('doorOpen', { code: spellCode(joinCode) })}</p>
      <Link href={`/teach/${id}/door`} className={buttonClass(joinCode === null ? 'primary' : 'plain')}>
        {joinCode === null ? t('openADoor') : t('seeDoor')}
      </Link>
    </section>
  )
}
