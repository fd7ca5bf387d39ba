import 'server-only'
import { cookies } from 'next/headers'
import { countWork } from '../store/owned-counts'
import { findPerson } from '../store/person'
import { findSession } from '../store/sessions'
import { auth } from './auth'
import { guestCookie, overHttps } from './cookie-names'
import { readSignedCookie } from './signed-cookie'

/** A guest who was in this browser before somebody signed in, with the work that waits there. */
export type WorkAside = { readonly guestId: string; readonly work: Awaited<ReturnType<typeof countWork>> }

/** The work that waits in this browser; undefined where there is none. */
export async function findWorkAside(): Promise<WorkAside | undefined> {
  const guestId = await findGuestAside()
  if (guestId === undefined) return undefined
  const work = await countWork(guestId)
  return Object.values(work).some((count) => count > 0) ? { guestId, work } : undefined
}

async function findGuestAside(): Promise<string | undefined> {
  const cookie = (await cookies()).get(guestCookie)?.value
  if (cookie === undefined) return undefined
  const { secret } = await (await auth()).$context
  const token = readSignedCookie(`${guestCookie}=${encodeURIComponent(cookie)}`, guestCookie, secret)
  const session = token === undefined ? undefined : await findSession(token)
  if (session === undefined || session.expiresAt < new Date()) return undefined
  const person = await findPerson(session.userId)
  return person?.isGuest === true ? person.userId : undefined
}

/** Forgets that guest, whose work has found its account. */
export async function forgetGuestAside(): Promise<void> {
  const gone = { path: '/', maxAge: 0, httpOnly: true, sameSite: 'lax', secure: overHttps } as const
  const jar = await cookies()
  jar.set(guestCookie, '', gone)
}
