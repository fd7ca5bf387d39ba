'use server'

import { type FormState, refused } from '@/components/ui/form/form-state'
import { findReader } from '@/lib/session/reader'
import { findAnalysis } from '@/lib/store/teach/marks/analysis'
import { makeReviewSet } from '@/lib/store/teach/marks/review-set'

type Wanted = { readonly courseId: string; readonly assignmentId: string; readonly belief: string }

/** Makes cards for the class of the facts about which it betrayed a misconception. */
export async function makeClassSet(wanted: Wanted, _before: FormState, form: FormData): Promise<FormState> {
  const { courseId, assignmentId } = wanted
  const { userId } = await findReader()
  const found = userId === undefined ? undefined : await findAnalysis({ userId, courseId, assignmentId })
  const belief = found?.beliefs.find(({ id }) => id === wanted.belief)
  if (userId === undefined || belief === undefined) return refused('no such assignment', form)
  const place = { userId, courseId, assignmentId, belief: belief.id }
  const made = await makeReviewSet({ ...place, factIds: belief.facts, now: new Date() })
  return made.kind === 'refused' ? refused(made.error, form) : { kind: 'done' }
}
