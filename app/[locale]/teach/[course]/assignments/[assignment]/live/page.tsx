import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf } from '@/components/assign/assignment-link'
import { LiveView } from '@/components/assign/live-view'
import { Page } from '@/components/ui/page'
import { findLiveView } from '@/lib/store/teach/live-view'
import { openAssignment } from '../../open-assignment'
import { liveTexts } from './live-texts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assign.live')
  return { title: t('title') }
}

/** How a room stands while an assignment runs. */
export default async function LivePage({
  params,
}: PageProps<'/[locale]/teach/[course]/assignments/[assignment]/live'>) {
  const t = await getTranslations('assign.live')
  const locale = await getLocale()
  const { assignment, userId, timeZone } = await openAssignment(params, 'supervise')
  const now = new Date()
  const students = await findLiveView({ userId, assignmentId: assignment.id, now })
  if (students === undefined) notFound()
  return (
    <Page title={t('title')} width="page" back={{ href: addressOf(assignment), text: assignment.title }}>
      <LiveView
        assignmentId={assignment.id}
        first={{ students, now: now.getTime(), isReached: true }}
        {...{ locale, timeZone }}
        texts={liveTexts(t)}
      />
    </Page>
  )
}
