'use server'

import { revalidatePath } from 'next/cache'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findReader } from '@/lib/session/reader'
import { pickItem } from '@/lib/store/teach/pick-item'

/** Picks a question for everybody, or takes it out. */
export async function pick(
  assignmentId: string,
  itemId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('gone', form)
  const asked = Number(form.get('points'))
  const points = form.get('points') === null ? null : Number.isInteger(asked) ? Math.max(1, Math.min(20, asked)) : 1
  const picked = await pickItem({ userId, assignmentId }, { itemId, points }, new Date())
  if (picked.kind === 'refused') return refused(picked.error, form)
  revalidatePath('/', 'layout')
  return { kind: 'done' }
}
