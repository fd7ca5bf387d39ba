import { refresh } from 'next/cache'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findReader } from '@/lib/session/reader'
import type { Acting } from '@/lib/store/teach/acting'
import type { TeachError } from './teach-errors'

type Outcome = { readonly kind: 'refused'; readonly error: TeachError } | { readonly kind: 'changed' }

/** Does something in a course for whoever sends the form, and shows what it changed. Nobody is in no course. */
export async function doInCourse(
  courseId: string,
  form: FormData,
  work: (acting: Acting) => Promise<Outcome>,
): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such course', form)
  const outcome = await work({ userId, courseId, now: new Date() })
  if (outcome.kind === 'refused') return refused(outcome.error, form)
  refresh()
  return { kind: 'done' }
}
