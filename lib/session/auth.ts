import 'server-only'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { betterAuth } from 'better-auth/minimal'
import { anonymous } from 'better-auth/plugins/anonymous'
import { env } from '../env'
import { sessionSecret } from '../secret'
import { type Database, database } from '../store/database'

const daySeconds = 24 * 60 * 60

/** How long a session lives after its last renewal. A guest has nothing but the session: who is away over a summer must find it again. */
export const sessionSeconds = 180 * daySeconds

/** How old a session gets before a visit renews it. */
export const renewalSeconds = 7 * daySeconds

const overHttps = env.BASE_URL?.startsWith('https://') ?? false

function createAuth(prisma: Database['prisma']) {
  return betterAuth({
    appName: 'Timewait',
    ...(env.BASE_URL !== undefined && { baseURL: env.BASE_URL }),
    secret: sessionSecret(),
    database: prismaAdapter(prisma, { provider: 'sqlite', transaction: true }),
    session: { expiresIn: sessionSeconds, updateAge: renewalSeconds },
    rateLimit: { enabled: true, storage: 'database' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    advanced: {
      // Left to itself the library asks for HTTPS whenever NODE_ENV is production, and a school's http address has no session.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: overHttps },
      // A browser takes a __Host- cookie only over HTTPS and only from this host (ASVS 5.0 3.3.1).
      cookies: { session_token: { name: overHttps ? '__Host-timewait.session' : 'timewait.session' } },
    },
    plugins: [anonymous({ emailDomainName: 'guest.invalid', disableDeleteAnonymousUser: true })],
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
