import 'server-only'
import { passkey } from '@better-auth/passkey'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { betterAuth } from 'better-auth/minimal'
import { anonymous } from 'better-auth/plugins/anonymous'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { env } from '../env'
import { sessionSecret } from '../secret'
import { type Database, database } from '../store/database'
import { guestDomain } from '../store/promote-guest'
import { accountPlugin, passwordLength } from './account-plugin'
import { overHttps, sessionCookie } from './cookie-names'
import { findProvider } from './provider'

const daySeconds = 24 * 60 * 60

/** How long a session lives after its last renewal. A guest has nothing but the session: who is away over a summer must find it again. */
export const sessionSeconds = 180 * daySeconds

/** How old a session gets before a visit renews it. */
export const renewalSeconds = 7 * daySeconds

function createAuth(prisma: Database['prisma']) {
  const provider = findProvider()
  return betterAuth({
    appName: 'Timewait',
    ...(env.BASE_URL !== undefined && { baseURL: env.BASE_URL }),
    secret: sessionSecret(),
    database: prismaAdapter(prisma, { provider: 'sqlite', transaction: true }),
    emailAndPassword: {
      enabled: true,
      // Who signs up is a guest already: the account is made of the guest, in place (account-plugin.ts).
      disableSignUp: true,
      minPasswordLength: passwordLength.minimum,
      maxPasswordLength: passwordLength.maximum,
    },
    account: {
      encryptOAuthTokens: true,
      // Who is signed in may connect a provider that knows them by another address.
      accountLinking: { allowDifferentEmails: true },
    },
    session: { expiresIn: sessionSeconds, updateAge: renewalSeconds },
    rateLimit: { enabled: true, storage: 'database' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    advanced: {
      // Left to itself the library asks for HTTPS whenever NODE_ENV is production, and a school's http address has no session.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: overHttps },
      cookies: { session_token: { name: sessionCookie } },
    },
    plugins: [
      anonymous({ emailDomainName: guestDomain, disableDeleteAnonymousUser: true }),
      passkey({
        rpName: 'Timewait',
        // A session is asked for by account-plugin.ts, and a fresh one of accounts alone.
        registration: { requireSession: false },
        // Signing in begins with nothing typed, so the passkey must be one that the device can find by itself.
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      }),
      genericOAuth({ config: provider === undefined ? [] : [provider] }),
      accountPlugin,
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

const madeFor = new WeakMap<Database, Auth>()

/** The app's better-auth, made at the first call: a build has neither a database nor a secret. */
export async function auth(): Promise<Auth> {
  const opened = await database()
  const made = madeFor.get(opened) ?? createAuth(opened.prisma)
  madeFor.set(opened, made)
  return made
}
