'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { dropRegrade, keepRegrade } from '@/lib/store/teach/marks/regrade'
import { type RuleQuery, ruleIn } from './rule-in'

type Place = { readonly courseId: string; readonly assignmentId: string; readonly query: RuleQuery }

const keepSchema = z.object({ digest: z.string().max(100), reason: z.string().trim().min(1).max(500) })

/** Keeps the regrade that was previewed. */
export async function keep({ query, ...place }: Place, _before: FormState, form: FormData): Promise<FormState> {
  const parsed = keepSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return refused('reason', form, ['reason'])
  const [{ userId }, rule] = [await findReader(), ruleIn(query)]
  if (userId === undefined || rule === null) return refused('no such assignment', form)
  const kept = await keepRegrade({ ...place, ...parsed.data, userId, rule, now: new Date() })
  if (kept.kind === 'refused') return refused(kept.error, form)
  return redirect({ href: addressOf(place), locale: await getLocale() })
}

const dropSchema = z.object({ changed: z.coerce.number().int().min(0) })

/** Notes that the regrade that was previewed is not kept. */
export async function drop({ query, ...place }: Place, _before: FormState, form: FormData): Promise<FormState> {
  const parsed = dropSchema.safeParse(Object.fromEntries(form))
  const [{ userId }, rule] = [await findReader(), ruleIn(query)]
  if (!parsed.success || userId === undefined || rule === null) return refused('no such assignment', form)
  const dropped = await dropRegrade({ ...place, ...parsed.data, userId, rule, now: new Date() })
  if (dropped.kind === 'refused') return refused(dropped.error, form)
  return redirect({ href: addressOf(place), locale: await getLocale() })
}

function addressOf({ courseId, assignmentId }: Omit<Place, 'query'>): string {
  return `/teach/${courseId}/assignments/${assignmentId}/regrade`
}
