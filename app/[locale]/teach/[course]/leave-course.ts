'use server'

import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { leaveCourse as leave } from '@/lib/store/teach/change-member'

/** Takes whoever asks out of the course. */
export async function leaveCourse(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such course', form)
  const left = await leave({ userId, courseId, now: new Date() })
  if (left.kind === 'refused') return refused(left.error, form)
  return redirect({ href: '/teach', locale: await getLocale() })
}
