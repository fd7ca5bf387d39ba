import 'server-only'
import { cookies } from 'next/headers'
import { overHttps } from './cookie-names'

const voterCookie = overHttps ? '__Host-timewait.voter' : 'timewait.voter'

/** A day: as long as a lecture may last, and no longer than anybody needs to be known by. */
const voterSeconds = 24 * 60 * 60

/**
 * What a phone is called in one live question: a hash of its secret and the question, so that its answers to two questions
 * are nobody's in particular. Undefined where the phone has no secret yet.
 */
export async function findVoter(liveId: string): Promise<string | undefined> {
  const secret = (await cookies()).get(voterCookie)?.value
  return secret === undefined ? undefined : nameIn(liveId, secret)
}

/** The same, giving a secret to a phone that has none: in a route handler alone, which can set a cookie. */
export async function ensureVoter(liveId: string): Promise<string> {
  const jar = await cookies()
  const known = jar.get(voterCookie)?.value
  if (known !== undefined) return nameIn(liveId, known)
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url')
  jar.set(voterCookie, secret, { httpOnly: true, sameSite: 'lax', secure: overHttps, path: '/', maxAge: voterSeconds })
  return nameIn(liveId, secret)
}

async function nameIn(liveId: string, secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${liveId} ${secret}`))
  return Buffer.from(digest).toString('base64url')
}
