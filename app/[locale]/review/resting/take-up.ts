'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findReader } from '@/lib/session/reader'
import { takeUpAgain } from '@/lib/store/review/resting'

/** Takes up a card that rests. Who is nobody, or names a card that is not theirs, changes nothing. */
export async function takeUp(_before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  const card = z.uuid().safeParse(form.get('card'))
  if (userId === undefined || !card.success) return { kind: 'done' }
  if ((await takeUpAgain(userId, card.data)) === 'busy') return refused('busy', form)
  revalidatePath('/', 'layout')
  return { kind: 'done' }
}
