'use server'

import { randomInt } from 'node:crypto'
import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/lib/i18n/navigation'
import { practiceChoiceSchema } from '@/lib/items/practice-choice'
import { passCookies } from '@/lib/session/pass-cookies'
import { ensureUserId } from '@/lib/session/session'
import { createPractice } from '@/lib/store/create-practice'
import { pickItems } from '@/lib/store/pick-items'
import { listRecentItemIds } from '@/lib/store/recent-items'

export type StartState = { readonly error: 'nothingChosen' | 'nothingFound' | 'busy' | null }

const seed = () => randomInt(2 ** 32)

/** Starts a practice for whoever asks; without a session a guest is made, silently. */
export async function startPractice(_before: StartState, form: FormData): Promise<StartState> {
  const choice = practiceChoiceSchema.safeParse({
    topics: form.getAll('topic'),
    kinds: form.getAll('kind'),
    length: form.get('length'),
  })
  if (!choice.success) return { error: 'nothingChosen' }
  const { userId, setCookies } = await ensureUserId(await headers())
  await passCookies(setCookies)

  const { topics, kinds, length: count } = choice.data
  const avoidItemIds = await listRecentItemIds({ userId, limit: 200 })
  const picked = await pickItems({ topics, kinds, count, seed: seed(), avoidItemIds })
  if (picked.length === 0) return { error: 'nothingFound' }
  const items = picked.map(({ id }) => ({ itemId: id, seed: seed() }))
  const started = await createPractice({ userId, topics, kinds, items, now: new Date() })
  if (started.kind === 'refused') return { error: started.error }
  return redirect({ href: `/practice/${started.practiceId}`, locale: await getLocale() })
}
