'use server'

import { revalidatePath } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { findAssignment } from '@/lib/store/teach/assignment'
import { type AssignmentStep, assignmentSteps, stepAssignment } from '@/lib/store/teach/save-assignment'

/** Publishes, hides, releases, takes back or deletes an assignment. */
export async function step(
  assignmentId: string,
  name: AssignmentStep,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined || !assignmentSteps.includes(name)) return refused('begun', form)
  const found = await findAssignment({ userId, assignmentId, act: 'see papers' })
  const done = await stepAssignment({ userId, assignmentId }, name, new Date())
  if (done === 'busy') return refused('busy', form)
  if (!done || found === undefined) return refused('begun', form)
  if (name === 'deleted') return redirect({ href: `/teach/${found.courseId}`, locale: await getLocale() })
  revalidatePath('/', 'layout')
  return { kind: 'done' }
}
