import 'server-only'
import { z } from 'zod'

const settings = z.object({
  /** Where the data is: `file:` and a path, relative to where the app is started. */
  DATABASE_URL: z.string().startsWith('file:').default('file:./data/timewait.db'),
  /** Signs the sessions; without it one is made and kept beside the database (lib/secret.ts). */
  BETTER_AUTH_SECRET: z.string().min(32).optional(),
  /** The address people type, where it is not the one the server sees: behind a proxy, say. */
  BASE_URL: z.url().optional(),
  /** Whether X-Forwarded-For is a proxy's, and so to be believed: scripts/sender.mjs. */
  TRUST_PROXY: z.enum(['true', 'false']).default('false'),
  /** An OpenID provider by which people may sign in, such as their school's: all three or none, and what it is called. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40).optional(),
  /** The mail server that sends invitations, as smtp://user:secret@host:587 or smtps://…:465, and from whom: both or none. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z.string().max(200).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
})

/** Settings that are of no use one without the other. */
const together = {
  OIDC: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  SMTP: ['SMTP_URL', 'SMTP_FROM'],
} as const

const environment = settings.superRefine((given, context) => {
  for (const [group, names] of Object.entries(together)) {
    const absent = names.filter((name) => given[name] === undefined)
    if (absent.length === names.length) continue
    for (const name of absent)
      context.addIssue({ code: 'custom', path: [name], message: `the other ${group} settings need it` })
  }
})

export type Environment = Readonly<z.infer<typeof settings>>

/** Reads the settings from `source`, where an empty text counts as absent. Throws one error that names every bad one. */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (parsed.success) return parsed.data
  const complaints = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    // A secret is not for the terminal, not even a bad one; the address of a mail server holds one.
    return name.includes('SECRET') || name === 'SMTP_URL'
      ? `${name}: ${message}`
      : `${name} is ${JSON.stringify(given[name])}: ${message}`
  })
  throw new Error(`Cannot start with these settings\n  ${complaints.join('\n  ')}`)
}

// A build is the same for all settings: they belong to the server that runs it.
const building = process.env.NEXT_PHASE === 'phase-production-build'

export const env = parseEnvironment(building ? {} : process.env)
