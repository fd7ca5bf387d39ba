'use server'

import { cookies, headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { callAuth } from '@/lib/session/call-auth'
import { deletedCookie, overHttps } from '@/lib/session/cookie-names'
import { findUserId } from '@/lib/session/session'
import { deleteUser } from '@/lib/store/delete-user'

/** Deletes everything of whoever asks and has typed the word for it, and signs them out. */
export async function deleteMine(_before: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale()
  const t = await getTranslations('data')
  if (String(form.get('confirmation')).trim() !== t('word')) return refused('unconfirmed', form, ['confirmation'])
  const userId = await findUserId(await headers())
  if (userId === undefined) return redirect({ href: '/', locale })
  const deleted = await deleteUser(userId)
  if (deleted.kind === 'refused') return refused(deleted.error, form)
  const anHour = { path: '/', maxAge: 60 * 60, sameSite: 'lax', secure: overHttps } as const
  const jar = await cookies()
  jar.set(deletedCookie, userId, anHour)
  // The session is gone with the rest; this takes its cookie away, and gives the browser back to a guest who waits there.
  await callAuth('/sign-out', {})
  return redirect({ href: '/', locale })
}
