import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AssignedList } from '@/components/assign/assigned-list'
import { narrow } from '@/components/diagram/layout'
import { LinkedDiagram } from '@/components/learn/linked-diagram'
import { NoticeList } from '@/components/marks/notice-list'
import { ExamToday } from '@/components/plan/exam-today'
import { buttonClass } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { isLatelyOver } from '@/lib/review/exam-day'
import { findReader } from '@/lib/session/reader'
import { findName } from '@/lib/store/person'
import { findExamPlan } from '@/lib/store/plan/exam-plan'
import { listPractices } from '@/lib/store/practice'
import { findReviewOverview } from '@/lib/store/review/overview'
import { listAssigned } from '@/lib/store/teach/assignment'
import { type Course, listCourses } from '@/lib/store/teach/course'
import { listNotices } from '@/lib/store/teach/marks/notice'
import { sawNotices } from './see-notices'

const promises = ['key', 'wrong', 'free'] as const

export async function generateMetadata(): Promise<Metadata> {
  const [t, shell] = await Promise.all([getTranslations('home'), getTranslations('shell')])
  // The layout's template is for the pages below it, not for the one beside it.
  return { title: { absolute: `${t('title')} · ${shell('name')}` } }
}

/** Home: one button to start, or to go on with what was begun. */
export default async function Home() {
  const [t, words] = await Promise.all([getTranslations('home'), getTranslations('plan')])
  const reader = await findReader()
  const { userId } = reader
  const now = new Date()
  const { left, cards } = await findReviewOverview({ ...reader, now })
  const due = left.due + left.fresh + left.steps
  const plan = userId === undefined ? null : await findExamPlan({ ...reader, userId, now })
  const [last] = userId === undefined ? [] : await listPractices({ userId, limit: 1 })
  const person = userId === undefined ? undefined : await findName(userId)
  const notices = userId === undefined ? [] : await listNotices(userId)
  const courses =
    userId === undefined ? [] : (await listCourses(userId)).filter(({ archivedAt }) => archivedAt === null)
  const assigned = userId === undefined || courses.length === 0 ? [] : await listAssigned({ userId, now })
  const open = last !== undefined && last.finishedAt === null ? last : undefined
  return (
    <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
      <div className="flex flex-col gap-6">
        <h1>{t('title')}</h1>
        <p className="text-lg">{t.rich('lead', { state: () => <Code>TIME-WAIT</Code> })}</p>
        <NoticeList notices={notices} see={sawNotices} />
        {plan !== null && (
          <ExamToday
            title={t('exams', { days: plan.days, subject: reader.settings.examSubject || t('anExam') })}
            plan={plan}
            hasCards={cards > 0}
          />
        )}
        {isLatelyOver(reader, now) && (
          <p className="border-accent border-l-4 pl-4">
            {words('over')}{' '}
            <Link className={textLink} href="/settings">
              {words('newDate')}
            </Link>
          </p>
        )}
        <div className="flex flex-wrap gap-4">
          {due > 0 && plan === null && (
            <Link className={buttonClass('primary')} href="/review">
              {t('review', { count: due })}
            </Link>
          )}
          {open !== undefined && (
            <Link className={buttonClass(due > 0 || plan !== null ? 'plain' : 'primary')} href={`/practice/${open.id}`}>
              {t('continue')}
            </Link>
          )}
          <Link
            className={buttonClass(open === undefined && due === 0 && plan === null ? 'primary' : 'plain')}
            href="/practice"
          >
            {t('start')}
          </Link>
          <Link className={buttonClass('plain')} href="/learn">
            {t('learn')}
          </Link>
          <Link className={buttonClass('plain')} href="/exam">
            {t('exam')}
          </Link>
          {cards > 0 && (
            <Link className={buttonClass('plain')} href="/progress">
              {t('progress')}
            </Link>
          )}
        </div>
        {assigned.length > 0 && <AssignedList {...{ assigned, now }} timeZone={reader.timeZone} />}
        {courses.length > 0 && <MyCourses courses={courses} />}
        {(last !== undefined || cards > 0) && person?.isGuest === true && (
          <p>
            <Link className={textLink} href="/settings/account">
              {t('keep')}
            </Link>
          </p>
        )}
        <dl className="mt-2 flex flex-col gap-4">
          {promises.map((promise) => (
            <div key={promise} className="border-rule border-l-4 pl-4">
              <dt className="font-semibold">{t(`promises.${promise}.title`)}</dt>
              <dd className="text-muted">{t(`promises.${promise}.text`)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <LinkedDiagram label={t('picture')} sizes={[narrow]} />
    </div>
  )
}

/** The courses of today that the reader is in, whatever they are in each. */
async function MyCourses({ courses }: { readonly courses: readonly Course[] }) {
  const t = await getTranslations('home')
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('courses')}</h2>
      <ul className="flex flex-col">
        {courses.map(({ id, name, term }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 [overflow-wrap:anywhere]">
            <Link href={`/teach/${id}`} className={`inline-flex min-h-8 items-center ${textLink}`}>
              {name}
            </Link>
            {term !== '' && <span className="text-muted text-sm">{term}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
