import 'server-only'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookies } from 'next/headers'

/** Sends Set-Cookie headers with the answer to the current request, in a server action as in a route handler. */
export async function passCookies(setCookies: readonly string[]): Promise<void> {
  if (setCookies.length === 0) return
  const jar = await cookies()
  for (const setCookie of setCookies)
    for (const [name, cookie] of parseSetCookieHeader(setCookie)) jar.set(name, cookie.value, toCookieOptions(cookie))
}
