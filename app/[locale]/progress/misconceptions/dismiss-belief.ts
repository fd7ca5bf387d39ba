'use server'

import { revalidatePath } from 'next/cache'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findMisconception } from '@/lib/misconceptions/misconceptions'
import { findReader } from '@/lib/session/reader'
import { dismissBelief, restoreBelief } from '@/lib/store/progress/dismissed-beliefs'

/** Dismisses a belief, or takes that back (`act` = restore). Who is nobody, or names none, changes nothing. */
export async function changeDismissal(_before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  const belief = findMisconception(String(form.get('belief')))
  if (userId === undefined || belief === undefined) return { kind: 'done' }
  const which = { userId, beliefId: belief.id }
  const done =
    form.get('act') === 'restore' ? await restoreBelief(which) : await dismissBelief({ ...which, now: new Date() })
  if (done === 'busy') return refused('busy', form)
  revalidatePath('/', 'layout')
  return { kind: 'done' }
}
