'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findReader } from '@/lib/session/reader'
import { findLearner } from '@/lib/store/review/learner'
import { gatherBacklog, spreadBacklog } from '@/lib/store/review/spread-backlog'

const daysSchema = z.coerce.number().int().min(2).max(60)

/** Spreads what is due for whoever asks over as many days as the form says. */
export async function spread(_before: FormState, form: FormData): Promise<FormState> {
  const { userId, settings, foundTimeZone } = await findReader()
  const days = daysSchema.catch(7).parse(form.get('days'))
  if (userId === undefined) return { kind: 'done' }
  const learner = await findLearner({ userId, settings, foundTimeZone, now: new Date() })
  if ((await spreadBacklog(userId, learner, days)) === 'busy') return refused('busy', form)
  revalidatePath('/', 'layout')
  return { kind: 'done' }
}

/** Takes the spreading back for whoever asks. */
export async function gather(_before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return { kind: 'done' }
  if ((await gatherBacklog(userId)) === 'busy') return refused('busy', form)
  revalidatePath('/', 'layout')
  return { kind: 'done' }
}
