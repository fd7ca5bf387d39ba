import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { GiveMarkForm } from '@/components/marks/give-mark-form'
import { MarkLine } from '@/components/marks/mark-line'
import { createMarkWriter } from '@/components/marks/write-marks'
import { Page } from '@/components/ui/page'
import { summaryLook } from '@/components/ui/summary-look'
import { findReader } from '@/lib/session/reader'
import { findGradebook } from '@/lib/store/teach/marks/gradebook'
import { type GivenBefore, listGiven } from '@/lib/store/teach/marks/override'
import { mayRole } from '@/lib/teach/roles'
import { saveMark } from './give-mark'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('marks.gradebook')
  return { title: t('title') }
}

/** All marks of one student, with what was given by hand and why. */
export default async function StudentPage({ params }: PageProps<'/[locale]/teach/[course]/gradebook/[student]'>) {
  const { course: courseId, student: studentId } = await params
  const [t, gradebook] = [await getTranslations('marks.student'), await getTranslations('marks.gradebook')]
  const { userId, timeZone } = await findReader()
  const book = userId === undefined ? undefined : await findGradebook({ userId, courseId, studentId, now: new Date() })
  const student = book?.students[0]
  if (userId === undefined || book === undefined || student === undefined) notFound()
  const { course, assignments } = book
  const write = createMarkWriter(await getLocale())
  const given = await listGiven({ userId, courseId, studentId })
  return (
    <Page title={student.name} back={{ href: `/teach/${courseId}/gradebook`, text: gradebook('title') }}>
      <p className="text-lg">
        {student.total === null ? t('noTotal') : t('lead', { total: write.total(student.total.permille) })}
      </p>
      <ul className="flex flex-col divide-y divide-rule border-rule border-y">
        {assignments.map(({ id, title, outOf }, index) => {
          const cell = student.cells[index]
          return (
            <li key={id} className="flex flex-col gap-1 py-3">
              <h2 className="text-base [overflow-wrap:anywhere]">{title}</h2>
              <p className="flex flex-wrap justify-between gap-x-4">
                <MarkLine
                  mark={cell?.mark ?? null}
                  isDropped={student.total?.dropped.includes(id) ?? false}
                  write={write}
                />
                <span className="text-muted text-sm">{t('tries', { count: cell?.tries ?? 0 })}</span>
              </p>
              {cell?.byHand != null && cell.byHand.comment !== '' && (
                <p className="border-rule border-l-4 pl-3 [overflow-wrap:anywhere]">{cell.byHand.comment}</p>
              )}
              {mayRole(course.role, 'mark') && (
                <GiveMarkForm
                  act={saveMark.bind(null, { courseId, assignmentId: id, studentId })}
                  {...{ title, outOf, write }}
                  points={cell?.byHand?.points ?? null}
                  comment={cell?.byHand?.comment ?? ''}
                />
              )}
              <History
                given={given.filter(({ assignmentId }) => assignmentId === id)}
                {...{ title, timeZone, points: write.points }}
              />
            </li>
          )
        })}
      </ul>
    </Page>
  )
}

type HistoryProps = {
  readonly given: readonly GivenBefore[]
  readonly title: string
  readonly timeZone: string
  readonly points: (hundredths: number) => string
}

/** What was given by hand before, newest first. */
async function History({ given, title, timeZone, points }: HistoryProps) {
  const [t, format] = [await getTranslations('marks.student'), await getFormatter()]
  if (given.length === 0) return null
  return (
    <details>
      <summary className={summaryLook} aria-label={`${t('history')}: ${title}`}>
        {t('history')} ({given.length})
      </summary>
      <ol className="flex flex-col gap-2 pt-2">
        {given.map(({ id, at, by, points: hundredths, reason, comment }) => (
          <li key={id} className="border-rule border-l-4 pl-3 [overflow-wrap:anywhere]">
            <span className="block">
              {hundredths === null ? t('takenBack') : t('given', { points: points(hundredths) })}
              {reason !== '' && `: ${reason}`}
            </span>
            {comment !== '' && <span className="block">“{comment}”</span>}
            <span className="block text-muted text-sm">
              {t('by', {
                who: by ?? t('somebody'),
                when: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
              })}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
