'use server'

import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { credentialSchema } from '@/lib/session/account-plugin'
import { type AuthReply, callAuth } from '@/lib/session/call-auth'
import { findWorkAside, forgetGuestAside } from '@/lib/session/guest-aside'
import { passCookies } from '@/lib/session/pass-cookies'
import { findReader } from '@/lib/session/reader'
import { ensureUserId } from '@/lib/session/session'
import { mergeGuest } from '@/lib/store/merge-guest'
import { parseWayBack } from './way-back'

const go = async (href: string) => redirect({ href, locale: await getLocale() })

/** The sentence for what better-auth refused: those that anybody may meet, and `otherwise` for the rest. */
function errorOf({ status, code }: AuthReply, otherwise: string): string {
  if (status === 429) return 'tooMany'
  if (status >= 500 || code === 'busy') return 'busy'
  if (code === 'SESSION_NOT_FRESH') return 'notFresh'
  // Not who they are but where they come from: an origin that the app does not know as its own.
  return status === 403 ? 'failed' : otherwise
}

/** What of an email and a password cannot be, by the names of their fields. */
function wrongFields(form: FormData): readonly string[] {
  const parsed = credentialSchema.safeParse({ email: text(form, 'email').trim(), password: text(form, 'password') })
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]))
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

/** Makes an account of whoever asks, in place; without a session of a guest made for it. */
export async function makeAccount(_before: FormState, form: FormData): Promise<FormState> {
  const wrong = wrongFields(form)
  if (wrong.length > 0) return refused('invalid', form, wrong)
  const { setCookies } = await ensureUserId(await headers())
  await passCookies(setCookies)
  const credential = { email: text(form, 'email').trim(), password: text(form, 'password') }
  const reply = await callAuth('/sign-up/account', credential, setCookies[0]?.split(';')[0])
  if (!reply.ok) return refused(errorOf(reply, 'notMade'), form)
  return go(parseWayBack(form.get('to')) ?? '/settings/account')
}

/** Signs in to an account; a guest with work is asked what becomes of it. */
export async function signIn(_before: FormState, form: FormData): Promise<FormState> {
  const credential = { email: text(form, 'email').trim(), password: text(form, 'password') }
  const reply = await callAuth('/sign-in/email', credential)
  if (!reply.ok) return refused(errorOf(reply, 'wrong'), form)
  const to = parseWayBack(form.get('to'))
  return go(`/settings/account/merge${to === undefined ? '' : `?to=${to}`}`)
}

export async function signOut(): Promise<FormState> {
  await callAuth('/sign-out', {})
  return go('/')
}

export async function changePassword(_before: FormState, form: FormData): Promise<FormState> {
  const newPassword = text(form, 'newPassword')
  if (!credentialSchema.shape.password.safeParse(newPassword).success) return refused('invalid', form, ['newPassword'])
  const passwords = { currentPassword: text(form, 'currentPassword'), newPassword, revokeOtherSessions: true }
  const reply = await callAuth('/change-password', passwords)
  return reply.ok ? { kind: 'done' } : refused(errorOf(reply, 'wrongPassword'), form, ['currentPassword'])
}

export async function removePasskey(_before: FormState, form: FormData): Promise<FormState> {
  const reply = await callAuth('/passkey/delete-passkey', { id: text(form, 'passkey') })
  if (!reply.ok) return refused(errorOf(reply, 'lastWay'), form)
  return go('/settings/account')
}

/** Makes the guest, where there is none yet, to whom a passkey or a provider can be tied. */
export async function becomeGuest(): Promise<void> {
  const { setCookies } = await ensureUserId(await headers())
  await passCookies(setCookies)
}

/** Brings the work that waits in this browser along into the account. */
export async function bringAlong(_before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  const aside = await findWorkAside()
  if (userId === undefined || aside === undefined) return refused('nothingWaits', form)
  const merged = await mergeGuest({ from: aside.guestId, to: userId }, new Date())
  if (merged.kind === 'refused') return refused(merged.error === 'busy' ? 'busy' : 'nothingWaits', form)
  await forgetGuestAside()
  return go(parseWayBack(form.get('to')) ?? '/practice')
}
