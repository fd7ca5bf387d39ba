import 'server-only'
import { headers } from 'next/headers'
import { auth } from './auth'
import { originOf } from './origin-of'
import { passCookies } from './pass-cookies'

export type AuthReply = {
  readonly ok: boolean
  readonly status: number
  /** The library's name of what went wrong. */
  readonly code: string | undefined
}

const passed = [
  'cookie',
  'origin',
  'user-agent',
  'x-forwarded-for',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]

/**
 * Asks better-auth from a server action as if over HTTP, so that its rate limits and its check of the origin hold, and
 * hands its cookies on. `extraCookie` is one that the browser does not have yet; of two of a name the first counts.
 */
export async function callAuth(path: string, body: object, extraCookie?: string): Promise<AuthReply> {
  const sent = await headers()
  const request = new Headers({ 'content-type': 'application/json' })
  for (const name of passed) {
    const value = sent.get(name)
    if (value !== null) request.set(name, value)
  }
  if (extraCookie !== undefined) request.set('cookie', [extraCookie, request.get('cookie')].filter(Boolean).join('; '))
  const { handler } = await auth()
  const response = await handler(
    new Request(new URL(`/api/auth${path}`, originOf(sent)), {
      method: 'POST',
      headers: request,
      body: JSON.stringify(body),
    }),
  )
  await passCookies(response.headers.getSetCookie())
  const said: unknown = await response.json().catch(() => null)
  const code = typeof said === 'object' && said !== null && 'code' in said ? String(said.code) : undefined
  return { ok: response.ok, status: response.status, code }
}
