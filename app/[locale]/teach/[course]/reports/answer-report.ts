'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { answerReport } from '@/lib/store/teach/marks/report'

const formSchema = z.object({
  answer: z.string().trim().min(1).max(1000),
  outcome: z.enum(['kept', 'withdrawn']),
})

/** Answers a report; where the question is withdrawn, what follows is the preview of its regrade. */
export async function saveAnswer(
  { courseId, reportId }: { readonly courseId: string; readonly reportId: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const parsed = formSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return refused('answer', form, ['answer'])
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such report', form)
  const answered = await answerReport({ userId, courseId, reportId, ...parsed.data, now: new Date() })
  if (answered.kind === 'refused') return refused(answered.error, form)
  if (parsed.data.outcome === 'withdrawn') {
    const query = { rule: 'everybody', item: `${answered.item.version} ${answered.item.itemId}` }
    const pathname = `/teach/${courseId}/assignments/${answered.assignmentId}/regrade`
    return redirect({ href: { pathname, query }, locale: await getLocale() })
  }
  refresh()
  return { kind: 'done' }
}
