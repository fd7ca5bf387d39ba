import 'server-only'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { findPerson } from '../store/person'
import { adoptIdentity, hasOwnEmail, promoteByPasskey, promoteGuest } from '../store/promote-guest'
import { guestCookie, overHttps } from './cookie-names'

/** Passwords, as NIST SP 800-63B has them: long enough, and no rule but the length. */
export const passwordLength = { minimum: 8, maximum: 128 } as const

export const credentialSchema = z.object({
  email: z.email().max(254),
  password: z.string().min(passwordLength.minimum).max(passwordLength.maximum),
})

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const freshMs = 24 * 60 * 60 * 1000

/** Another way in is added only by who has just shown one (ASVS 5.0 7.5.1); a guest has none to show. */
function requireFresh({ user, session }: NonNullable<Awaited<ReturnType<typeof getSessionFromCtx>>>) {
  if (user.isAnonymous !== true && Date.now() - session.createdAt.getTime() > freshMs)
    throw new APIError('FORBIDDEN', { code: 'SESSION_NOT_FRESH', message: 'The session is not fresh' })
}

/** Gives the user a new session in place of the one they came with: a new token at each login (ASVS 5.0 7.2.4). */
async function renewSession(ctx: Context, userId: string, token: string): Promise<void> {
  const { internalAdapter } = ctx.context
  const user = await internalAdapter.findUserById(userId)
  if (user === null) throw new APIError('UNAUTHORIZED', { message: 'There is no session' })
  const session = await internalAdapter.createSession(userId)
  await setSessionCookie(ctx, { session, user })
  await internalAdapter.deleteSession(token)
}

const addPassword = createAuthEndpoint(
  // The library limits the rate of what begins with /sign-up.
  '/sign-up/account',
  { method: 'POST', body: credentialSchema },
  async (ctx) => {
    const before = await getSessionFromCtx(ctx, { disableRefresh: true })
    if (before === null) throw new APIError('UNAUTHORIZED', { message: 'There is no session' })
    requireFresh(before)
    const { user, session } = before
    const email = hasOwnEmail(user.email) ? user.email : ctx.body.email.toLowerCase()
    // Before it is known whether the email is free, so that the answer takes as long either way.
    const passwordHash = await ctx.context.password.hash(ctx.body.password)
    const promoted = await promoteGuest({ userId: user.id, email, passwordHash, now: new Date() })
    if (promoted.kind === 'refused')
      throw new APIError('BAD_REQUEST', { code: promoted.error, message: 'No account can be made with these' })
    await renewSession(ctx, user.id, session.token)
    return ctx.json({ success: true })
  },
)

/** A guest has signed in to an account: what becomes of their work is asked, and until then they wait aside with it. */
const afterSignIn = createAuthMiddleware(async (ctx) => {
  const arrived = ctx.context.newSession
  if (!arrived) return
  const before = await getSessionFromCtx(ctx, { disableRefresh: true })
  if (!before?.user.isAnonymous || before.user.id === arrived.user.id) return
  const { user: guest, session } = before
  if (ctx.path === '/callback/:id') {
    const adopted = await adoptIdentity({ guestId: guest.id, newbornId: arrived.user.id, now: new Date() })
    if (adopted) return renewSession(ctx, guest.id, session.token)
  }
  await setGuestCookie(ctx, session.token)
})

const guestSeconds = 180 * 24 * 60 * 60

async function setGuestCookie(ctx: Context, token: string): Promise<void> {
  const attributes = { httpOnly: true, sameSite: 'lax', secure: overHttps, path: '/', maxAge: guestSeconds } as const
  await ctx.setSignedCookie(guestCookie, token, ctx.context.secret, attributes)
}

const afterPasskey = createAuthMiddleware(async (ctx) => {
  if (isAPIError(ctx.context.returned)) return
  const before = await getSessionFromCtx(ctx, { disableRefresh: true })
  if (!before?.user.isAnonymous) return
  await promoteByPasskey(before.user.id, new Date())
  await renewSession(ctx, before.user.id, before.session.token)
})

/** Who leaves an account leaves the browser to the guest who was there before. */
const afterSignOut = createAuthMiddleware(async (ctx) => {
  const token = await ctx.getSignedCookie(guestCookie, ctx.context.secret)
  if (!token) return
  ctx.setCookie(guestCookie, '', { path: '/', maxAge: 0, secure: overHttps, httpOnly: true, sameSite: 'lax' })
  const found = await ctx.context.internalAdapter.findSession(token)
  if (found?.user.isAnonymous === true) await setSessionCookie(ctx, found)
})

const beforePasskey = createAuthMiddleware(async (ctx) => {
  const before = await getSessionFromCtx(ctx, { disableRefresh: true })
  if (before === null) throw new APIError('UNAUTHORIZED', { message: 'There is no session' })
  requireFresh(before)
})

/** Nobody locks themselves out: the last way into an account stays. */
const beforePasskeyGoes = createAuthMiddleware(async (ctx) => {
  const before = await getSessionFromCtx(ctx, { disableRefresh: true })
  const person = before === null ? undefined : await findPerson(before.user.id)
  if (person !== undefined && !person.hasPassword && !person.hasProvider && person.passkeys.length < 2)
    throw new APIError('BAD_REQUEST', { code: 'LAST_WAY_IN', message: 'This is the last way into the account' })
})

const signIns: readonly (string | undefined)[] = ['/sign-in/email', '/callback/:id', '/passkey/verify-authentication']
const registrations: readonly (string | undefined)[] = [
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
]

/**
 * Makes a guest an account in place: the id of the user never changes. The library's own way makes a new user and deletes
 * the guest, with the work on it (better-auth#10563).
 */
export const accountPlugin = {
  id: 'timewait-account',
  endpoints: { addPassword },
  hooks: {
    before: [
      { matcher: ({ path }) => registrations.includes(path), handler: beforePasskey },
      { matcher: ({ path }) => path === '/passkey/delete-passkey', handler: beforePasskeyGoes },
    ],
    after: [
      { matcher: ({ path }) => signIns.includes(path), handler: afterSignIn },
      { matcher: ({ path }) => path === '/passkey/verify-registration', handler: afterPasskey },
      { matcher: ({ path }) => path === '/sign-out', handler: afterSignOut },
    ],
  },
} satisfies BetterAuthPlugin
