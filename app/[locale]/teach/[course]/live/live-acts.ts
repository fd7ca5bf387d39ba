'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { publish } from '@/lib/live-hub'
import { liveTopics } from '@/lib/live-topics'
import { findReader } from '@/lib/session/reader'
import { askLive, closeLive, revealLive } from '@/lib/store/teach/ask-live'
import { type Askable, findAskable } from './find-askable'

/** Asks a question in the hall, and leads to the page for its wall. */
export async function askInHall(
  courseId: string,
  which: Askable,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such course', form)
  const asked = await findAskable({ userId, courseId }, which)
  if (asked === null) return refused('withdrawn', form)
  const live = await askLive({ userId, courseId, now: new Date() }, asked)
  if (live.kind === 'refused') return refused(live.error, form)
  return redirect({ href: `/teach/${courseId}/live/${live.liveId}`, locale: await getLocale() })
}

/** Closes a live question, or shows what is right; the phones are told at once. */
export async function moveLive(
  { courseId, liveId, to }: { readonly courseId: string; readonly liveId: string; readonly to: 'closed' | 'revealed' },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such course', form)
  const act = { closed: closeLive, revealed: revealLive }[to]
  if (act === undefined) return refused('no such course', form)
  const moved = await act({ userId, courseId, now: new Date() }, liveId)
  if (moved.kind === 'refused') return refused(moved.error, form)
  publish(liveTopics.state(liveId))
  refresh()
  return { kind: 'done' }
}
