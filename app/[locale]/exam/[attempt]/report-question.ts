'use server'

import { z } from 'zod'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findReader } from '@/lib/session/reader'
import { reportQuestion } from '@/lib/store/teach/marks/report'

const formSchema = z.object({
  position: z.coerce.number().int().min(0).max(999),
  text: z.string().trim().min(1).max(1000),
})

/** Says that a question of one's own try is wrong, while it runs or afterwards. */
export async function sendReport(attemptId: string, _before: FormState, form: FormData): Promise<FormState> {
  const parsed = formSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return refused('text', form, ['text'])
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such question', form)
  const reported = await reportQuestion({ userId, attemptId, ...parsed.data, now: new Date() })
  return reported.kind === 'refused' ? refused(reported.error, form) : { kind: 'done' }
}
