'use server'

import { headers } from 'next/headers'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { parseSettings } from '@/lib/review/settings'
import { passCookies } from '@/lib/session/pass-cookies'
import { ensureUserId } from '@/lib/session/session'
import { saveSettings } from '@/lib/store/settings'
import { chosenIn } from './chosen-in'

/** Keeps what the form says, for whoever sent it; without a session a guest is made, silently. */
export async function changeSettings(_before: FormState, form: FormData): Promise<FormState> {
  const chosen = parseSettings(chosenIn(form))
  if (chosen.kind === 'refused') return refused('invalid', form, chosen.names)
  const { userId, setCookies } = await ensureUserId(await headers())
  await passCookies(setCookies)
  const saved = await saveSettings({ userId, settings: chosen.settings, now: new Date() })
  return saved.kind === 'refused' ? refused(saved.error, form) : { kind: 'done' }
}
