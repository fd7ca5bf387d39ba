import 'server-only'
import { env } from '../env'
import type { RequestHeaders } from './session'

/**
 * The origin at which a browser sees the app: the one of the settings, else the one it asked for. Next's own request.url
 * has the name of the machine instead, and better-auth would refuse the browser's origin as a stranger's.
 */
export function originOf(headers: RequestHeaders, baseUrl = env.BASE_URL): string {
  if (baseUrl !== undefined) return new URL(baseUrl).origin
  const proto = headers.get('x-forwarded-proto')?.split(',')[0] ?? 'http'
  return new URL(
    `${proto}://${headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host') ?? 'localhost'}`,
  ).origin
}
