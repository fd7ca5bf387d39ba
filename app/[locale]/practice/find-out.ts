'use server'

import { randomInt } from 'node:crypto'
import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/lib/i18n/navigation'
import { passCookies } from '@/lib/session/pass-cookies'
import { ensureUserId } from '@/lib/session/session'
import { startFindingOut } from '@/lib/store/find-out'

type FindOutState = { readonly error: 'busy' | null }

/** Starts to find out what whoever asks believes; without a session a guest is made, silently. */
export async function findOut(_before: FindOutState, _form: FormData): Promise<FindOutState> {
  const { userId, setCookies } = await ensureUserId(await headers())
  await passCookies(setCookies)
  const started = await startFindingOut({ userId, seed: randomInt(2 ** 32), now: new Date() })
  if (started.kind === 'refused') return { error: started.error }
  return redirect({ href: `/practice/${started.practiceId}`, locale: await getLocale() })
}
