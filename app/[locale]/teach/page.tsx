import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CourseNameFields } from '@/components/teach/course-name-fields'
import { CourseTiles } from '@/components/teach/course-tiles'
import { buttonClass } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import { summaryLook } from '@/components/ui/summary-look'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { findName } from '@/lib/store/person'
import { type Course, listCourses } from '@/lib/store/teach/course'
import { listWaitingSeats, type WaitingSeat } from '@/lib/store/teach/seats'
import { longestName } from '@/lib/teach/member-name'
import { makeCourse, takeWaitingSeat } from './make-course'
import { teachErrors } from './teach-errors'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teach')
  return { title: t('title') }
}

/** The courses of the reader: those they teach, those they are in, those of before; and the ways into another. */
export default async function TeachPage() {
  const t = await getTranslations('teach')
  const { userId } = await findReader()
  const person = userId === undefined ? undefined : await findName(userId)
  const isGuest = userId === undefined || person === undefined || person.isGuest
  return (
    <div className="flex flex-col gap-10">
      <header className="flex flex-col gap-4">
        <h1>{t('title')}</h1>
        <p className="max-w-text text-lg">{t('lead')}</p>
      </header>
      {isGuest ? <Guest /> : <Courses courses={await listCourses(userId)} waiting={await listWaitingSeats(userId)} />}
    </div>
  )
}

async function Guest() {
  const t = await getTranslations('teach')
  return (
    <div className="flex max-w-text flex-col gap-4">
      <p>{t('needAccount')}</p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Link href="/settings/account?to=/teach" className={buttonClass('primary')}>
          {t('makeAccount')}
        </Link>
        <Link href="/settings/account/sign-in?to=/teach" className={textLink}>
          {t('signIn')}
        </Link>
      </div>
      <p>
        <Link href="/join" className={textLink}>
          {t('join')}
        </Link>
      </p>
    </div>
  )
}

const isStaff = ({ role }: Course) => role !== 'student'

type Props = { readonly courses: readonly Course[]; readonly waiting: readonly WaitingSeat[] }

async function Courses({ courses, waiting }: Props) {
  const t = await getTranslations('teach')
  const open = courses.filter(({ archivedAt }) => archivedAt === null)
  const lists = [
    { title: t('asStaff'), list: open.filter(isStaff) },
    { title: t('asStudent'), list: open.filter((course) => !isStaff(course)) },
    { title: t('archive'), list: courses.filter(({ archivedAt }) => archivedAt !== null) },
  ]
  return (
    <>
      {waiting.length > 0 && <Waiting waiting={waiting} />}
      {courses.length === 0 && <p className="text-muted">{t('noneYet')}</p>}
      {lists.map(
        ({ title, list }) =>
          list.length > 0 && (
            <section key={title} className="flex flex-col gap-4">
              <h2>{title}</h2>
              <CourseTiles courses={list} />
            </section>
          ),
      )}
      <p>
        <Link href="/join" className={buttonClass(courses.length === 0 ? 'primary' : 'plain')}>
          {t('join')}
        </Link>
      </p>
      <Make isFirst={!courses.some(({ role }) => role === 'owner')} />
    </>
  )
}

async function Waiting({ waiting }: { readonly waiting: readonly WaitingSeat[] }) {
  const t = await getTranslations('teach')
  return (
    <section className="flex max-w-text flex-col gap-4 border-accent border-l-4 pl-4">
      <h2>{t('waiting')}</h2>
      <ul className="flex flex-col gap-4">
        {waiting.map(({ id, courseName, term, role }) => {
          const course = [courseName, term].filter(Boolean).join(' · ')
          return (
            <li key={id} className="flex flex-col gap-2 [overflow-wrap:anywhere]">
              <p>{t('waitingIn', { course, role: t(`role.${role}`) })}</p>
              <ActionForm
                act={takeWaitingSeat}
                submit={t('take')}
                submitName={t('takeName', { course })}
                errors={teachErrors(t)}
              >
                <input type="hidden" name="seat" value={id} />
              </ActionForm>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

async function Make({ isFirst }: { readonly isFirst: boolean }) {
  const t = await getTranslations('teach')
  const title = isFirst ? t('makeFirst') : t('make')
  return (
    <details className="max-w-text border-rule border-t pt-4">
      <summary className={summaryLook}>{title}</summary>
      <div className="pt-4">
        <ActionForm act={makeCourse} submit={t('make')} errors={teachErrors(t)}>
          <CourseNameFields longest={longestName} />
          <TextField
            name="ownerName"
            label={t('ownerName')}
            hint={t('ownerNameHint')}
            problem={t('problems.name')}
            maxLength={longestName}
            autoComplete="name"
          />
        </ActionForm>
      </div>
    </details>
  )
}
