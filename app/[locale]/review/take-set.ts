'use server'

import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect } from '@/lib/i18n/navigation'
import { readySets } from '@/lib/review/ready-sets'
import { passCookies } from '@/lib/session/pass-cookies'
import { ensureUserId } from '@/lib/session/session'
import { addCards } from '@/lib/store/review/add-cards'
import { factIdsOf } from '@/lib/store/review/fact-ids-of'

export type TakeState = { readonly error: 'busy' | null }

const setSchema = z.enum(readySets)

/** Makes cards of a ready set for whoever asks; without a session a guest is made, silently. */
export async function takeSet(_before: TakeState, form: FormData): Promise<TakeState> {
  const set = setSchema.parse(form.get('set'))
  const { userId, setCookies } = await ensureUserId(await headers())
  await passCookies(setCookies)
  const added = await addCards({ userId, factIds: factIdsOf(set), source: 'set', now: new Date() })
  if (added.kind === 'refused') return { error: 'busy' }
  return redirect({ href: '/review', locale: await getLocale() })
}
