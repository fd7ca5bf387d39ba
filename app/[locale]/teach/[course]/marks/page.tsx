import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { MarkLine } from '@/components/marks/mark-line'
import { createMarkWriter } from '@/components/marks/write-marks'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { findOwnMarks } from '@/lib/store/teach/marks/own-marks'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('marks.own')
  return { title: t('title') }
}

/** A student's own marks in a course: what the release lets be seen, and nothing else. */
export default async function OwnMarksPage({ params }: PageProps<'/[locale]/teach/[course]/marks'>) {
  const { course: courseId } = await params
  const [t, { userId }] = [await getTranslations('marks.own'), await findReader()]
  const own = userId === undefined ? undefined : await findOwnMarks({ userId, courseId, now: new Date() })
  if (own === undefined) notFound()
  const { marks, total } = own
  const write = createMarkWriter(await getLocale())
  return (
    <Page title={t('title')}>
      {total !== null && (
        <div>
          <p className="font-semibold text-2xl">{t('total', { total: write.total(total.permille) })}</p>
          <p className="text-muted">{t('totalLead')}</p>
        </div>
      )}
      {marks.length === 0 && <p className="border-accent border-l-4 pl-4">{t('none')}</p>}
      <ul className="flex flex-col divide-y divide-rule">
        {marks.map(({ assignmentId, title, mark, comment, isHeldBack, attempts }) => (
          <li key={assignmentId} className="flex flex-col gap-1 py-3">
            <h2 className="text-base [overflow-wrap:anywhere]">{title}</h2>
            <p>
              {mark === null ? (
                <span className="text-muted">{isHeldBack ? t('heldBack') : t('noneYet')}</span>
              ) : (
                <MarkLine mark={mark} isDropped={total?.dropped.includes(assignmentId) ?? false} write={write} />
              )}
            </p>
            {comment !== '' && (
              <p className="border-rule border-l-4 pl-3 [overflow-wrap:anywhere]">{t('comment', { comment })}</p>
            )}
            {attempts.length > 0 && (
              <p className="flex flex-wrap gap-x-4">
                {attempts.map(({ attemptId, number }) => (
                  <Link
                    key={attemptId}
                    href={`/exam/${attemptId}/result`}
                    className={`inline-flex min-h-11 items-center ${textLink}`}
                  >
                    {t('try', { number: String(number) })}
                  </Link>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
