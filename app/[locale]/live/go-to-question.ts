'use server'

import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { findByCode } from '@/app/api/v1/live/find-by-code'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'

/** Leads to the question whose code was typed. */
export async function goToQuestion(_before: FormState, form: FormData): Promise<FormState> {
  const found = await findByCode(String(form.get('code') ?? ''), await headers())
  if (found.kind === 'refused') return refused(found.error, form, ['code'])
  return redirect({ href: `/live/${found.live.code}`, locale: await getLocale() })
}
