'use server'

import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { makeCourse as make } from '@/lib/store/teach/course'
import { takeSeatOfEmail } from '@/lib/store/teach/join'
import { parseName } from '@/lib/teach/member-name'
import { parseCourseFields } from './course-fields'

/** Makes a course, whose owner is whoever asks. */
export async function makeCourse(_before: FormState, form: FormData): Promise<FormState> {
  const parsed = parseCourseFields(form)
  const ownerName = parseName(form.get('ownerName'))
  if (parsed.kind === 'refused' || ownerName === undefined) {
    const fields = parsed.kind === 'refused' ? parsed.fields : []
    return refused('invalid', form, ownerName === undefined ? [...fields, 'ownerName'] : fields)
  }
  const { userId } = await findReader()
  if (userId === undefined) return refused('no account', form)
  const { name, term } = parsed
  const made = await make({ userId, ownerName, name, term, now: new Date() })
  if (made.kind === 'refused') return refused(made.error, form)
  return redirect({ href: `/teach/${made.courseId}`, locale: await getLocale() })
}

/** Takes the place that is kept for the email of whoever asks. */
export async function takeWaitingSeat(_before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('no account', form)
  const joined = await takeSeatOfEmail({ userId, seatId: String(form.get('seat')), now: new Date() })
  if (joined.kind === 'refused') return refused(joined.error, form)
  return redirect({ href: `/teach/${joined.courseId}`, locale: await getLocale() })
}
