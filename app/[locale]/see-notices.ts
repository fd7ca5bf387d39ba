'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findReader } from '@/lib/session/reader'
import { seeNotices } from '@/lib/store/teach/marks/notice'

const idsSchema = z.array(z.uuid()).max(50)

/** Notes that somebody has seen what they were told. */
export async function sawNotices(_before: FormState, form: FormData): Promise<FormState> {
  const ids = idsSchema.safeParse(form.getAll('id'))
  const { userId } = await findReader()
  if (!ids.success || userId === undefined) return { kind: 'done' }
  const seen = await seeNotices(userId, ids.data, new Date())
  if (seen.kind === 'refused') return refused('busy', form)
  refresh()
  return { kind: 'done' }
}
