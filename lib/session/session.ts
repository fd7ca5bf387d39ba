import 'server-only'
import { findSession, type SessionRow } from '../store/sessions'
import { auth, renewalSeconds, sessionSeconds } from './auth'
import { readSignedCookie } from './signed-cookie'

/** The headers of a request, as a route handler has them and as headers() of Next gives them. */
export type RequestHeaders = Pick<Headers, 'get'>

/**
 * The id of the user who sent these headers; undefined without a session that is genuine, open and not revoked.
 * Asked at every answer, therefore one HMAC and one indexed read instead of better-auth's getSession, with which it agrees.
 */
export async function findUserId(headers: RequestHeaders): Promise<string | undefined> {
  return (await findOpenSession(headers))?.userId
}

export type Ensured = {
  readonly userId: string
  /** Set-Cookie headers that must reach the browser, or the guest is lost: see passCookies. Empty for most requests. */
  readonly setCookies: readonly string[]
}

/**
 * The id of the user who sent these headers, signing in a guest where there is no session and renewing an ageing one.
 * Each call without a session makes a new guest, so call it where something is started, not on every page.
 */
export async function ensureUserId(headers: RequestHeaders): Promise<Ensured> {
  const session = await findOpenSession(headers)
  if (session === undefined) return signInGuest(headers)
  const renewedAt = session.expiresAt.getTime() - sessionSeconds * 1000
  if (Date.now() < renewedAt + renewalSeconds * 1000) return { userId: session.userId, setCookies: [] }
  const { api } = await auth()
  const renewed = await api.getSession({ headers: pick(headers, ['cookie']), returnHeaders: true })
  // Revoked since it was read a moment ago.
  if (renewed.response === null) return signInGuest(headers)
  return { userId: renewed.response.user.id, setCookies: renewed.headers.getSetCookie() }
}

async function findOpenSession(headers: RequestHeaders): Promise<SessionRow | undefined> {
  const header = headers.get('cookie')
  if (header === null) return undefined
  const { authCookies, secret } = await (await auth()).$context
  const token = readSignedCookie(header, authCookies.sessionToken.name, secret)
  if (token === undefined) return undefined
  const session = await findSession(token)
  return session !== undefined && session.expiresAt >= new Date() ? session : undefined
}

async function signInGuest(headers: RequestHeaders): Promise<Ensured> {
  const { api } = await auth()
  // Without the cookie: a stale one would be expired in the same response that sets the new one.
  const signedIn = await api.signInAnonymous({
    headers: pick(headers, ['user-agent', 'x-forwarded-for']),
    returnHeaders: true,
  })
  return { userId: signedIn.response.user.id, setCookies: signedIn.headers.getSetCookie() }
}

function pick(headers: RequestHeaders, names: readonly string[]): Headers {
  return new Headers(
    names.flatMap((name): [string, string][] => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}
