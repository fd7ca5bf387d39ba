import 'server-only'
import { env } from '../env'
import { originOf } from './origin-of'
import type { RequestHeaders } from './session'

/**
 * Whether a browser sends this from a page of another site, which may change nothing here. Cookies are SameSite=Lax and
 * JSON needs the asking of CORS, so this is the third lock. A program sends neither header, and is nobody's page.
 */
export function isForeign(headers: RequestHeaders, baseUrl = env.BASE_URL): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  if (origin === null) return false
  // The page of a sandboxed frame, a file or a data: address says "null".
  return !URL.canParse(origin) || new URL(origin).host !== new URL(originOf(headers, baseUrl)).host
}
