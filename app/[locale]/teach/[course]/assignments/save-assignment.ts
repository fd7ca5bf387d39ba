'use server'

import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { isNetwork } from '@/lib/network'
import { findReader } from '@/lib/session/reader'
import { findAssignment } from '@/lib/store/teach/assignment'
import { changeAssignment, makeAssignment } from '@/lib/store/teach/save-assignment'
import { assignmentKinds } from '@/lib/teach/assignment'
import { parseAssignmentForm } from '@/lib/teach/assignment-form'

/** Makes an assignment of this course as the form says. */
export async function makeFromForm(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  const { userId, timeZone } = await findReader()
  const kind = assignmentKinds.find((known) => known === form.get('kind'))
  if (userId === undefined || kind === undefined) return refused('no such course', form)
  const parsed = parseAssignmentForm(form, { kind, timeZone, picked: [], questions: [] })
  if (parsed.kind === 'refused') return refused('invalid', form, parsed.fields)
  if (!parsed.settings.networks.every(isNetwork)) return refused('invalid', form, ['networks'])
  const { title, settings, window } = parsed
  const saved = await makeAssignment({ userId, courseId, kind, title, settings, window, now: new Date() })
  if (saved.kind === 'refused') return refused(saved.error, form)
  return redirect({ href: `/teach/${courseId}/assignments/${saved.assignmentId}`, locale: await getLocale() })
}

/** Changes an assignment as the form says; what is picked by hand stays. */
export async function changeFromForm(assignmentId: string, _before: FormState, form: FormData): Promise<FormState> {
  const { userId, timeZone } = await findReader()
  const found =
    userId === undefined ? undefined : await findAssignment({ userId, assignmentId, act: 'edit assignments' })
  if (userId === undefined || found === undefined) return refused('no such course', form)
  const { kind, settings: before } = found
  const parsed = parseAssignmentForm(form, { kind, timeZone, picked: before.picked, questions: before.questions })
  if (parsed.kind === 'refused') return refused('invalid', form, parsed.fields)
  if (!parsed.settings.networks.every(isNetwork)) return refused('invalid', form, ['networks'])
  const { title, settings, window } = parsed
  const saved = await changeAssignment({ userId, assignmentId }, { title, settings, window }, new Date())
  return saved.kind === 'refused' ? refused(saved.error, form) : { kind: 'done' }
}
