'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import {
  archiveCourse as archive,
  changeCourse as change,
  takeFromArchive as takeOut,
} from '@/lib/store/teach/change-course'
import { handOver as hand } from '@/lib/store/teach/change-member'
import { copyCourse as copy, mostWeeks } from '@/lib/store/teach/copy-course'
import { parseCourseFields } from '../../course-fields'
import { doInCourse } from '../../do-in-course'

/** Gives the course another name and term, and says what observers see. */
export async function changeCourse(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  const parsed = parseCourseFields(form)
  if (parsed.kind === 'refused') return refused('invalid', form, parsed.fields)
  const { name, term } = parsed
  const names = form.get('names') === 'pseudonym' ? 'pseudonym' : 'real'
  return doInCourse(courseId, form, (acting) => change(acting, { name, term, names }))
}

export async function archiveCourse(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  return doInCourse(courseId, form, archive)
}

export async function takeFromArchive(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  return doInCourse(courseId, form, takeOut)
}

/** Makes somebody who teaches in the course its owner. */
export async function handOver(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such course', form)
  const handed = await hand({ userId, courseId, memberId: String(form.get('member')), now: new Date() })
  if (handed.kind === 'refused') return refused(handed.error, form, ['member'])
  // These settings are theirs now.
  return redirect({ href: `/teach/${courseId}`, locale: await getLocale() })
}

const weeksSchema = z.coerce.number().int().min(0).max(mostWeeks)

/** Copies the course for the next term, with the staff chosen. */
export async function copyCourse(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  const parsed = parseCourseFields(form)
  const weeks = weeksSchema.safeParse(form.get('weeks') ?? 0)
  if (parsed.kind === 'refused' || !weeks.success) {
    const fields = [...(parsed.kind === 'refused' ? parsed.fields : []), ...(weeks.success ? [] : ['weeks'])]
    return refused('invalid', form, fields)
  }
  const { userId, timeZone } = await findReader()
  if (userId === undefined) return refused('no such course', form)
  const { name, term } = parsed
  const staffIds = form.getAll('staff').map(String)
  const copying = { name, term, staffIds, weeksLater: weeks.data, timeZone }
  const copied = await copy({ userId, courseId, now: new Date() }, copying)
  if (copied.kind === 'refused') return refused(copied.error, form)
  return redirect({ href: `/teach/${copied.courseId}`, locale: await getLocale() })
}
