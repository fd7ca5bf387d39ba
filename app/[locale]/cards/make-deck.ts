'use server'

import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { passCookies } from '@/lib/session/pass-cookies'
import { ensureUserId } from '@/lib/session/session'
import { addDeck } from '@/lib/store/notes/deck'
import { parseDeckName } from './parse-deck-name'

/** Makes a deck for whoever asks; without a session a guest is made, silently. */
export async function makeDeck(_before: FormState, form: FormData): Promise<FormState> {
  const parsed = parseDeckName(form.get('name'))
  if (parsed.kind === 'refused') return refused(parsed.error, form, ['name'])
  const { userId, setCookies } = await ensureUserId(await headers())
  await passCookies(setCookies)
  const made = await addDeck({ userId, name: parsed.name, now: new Date() })
  if (made.kind === 'refused') return refused(made.error, form, ['name'])
  return redirect({ href: `/cards/${made.id}`, locale: await getLocale() })
}
