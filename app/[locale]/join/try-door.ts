'use server'

import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { addressOf } from '@/lib/session/address-of'
import { findReader } from '@/lib/session/reader'
import { tryCode } from '@/lib/store/teach/join'

/** Tries a code, and leads on by the link of the door that it opens. */
export async function tryDoor(_before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  const address = addressOf(await headers())
  const tried = await tryCode(String(form.get('code') ?? ''), { address, userId }, new Date())
  if (tried.kind === 'refused') return refused(tried.error, form, tried.error === 'no code' ? ['code'] : [])
  return redirect({ href: `/join/${tried.token}`, locale: await getLocale() })
}
