import 'server-only'
import type { RequestHeaders } from './session'

/**
 * Whether passkeys can work at the address of this request, or at `baseUrl` where the app has one: browsers tie them to a name, not to a number, and want HTTPS
 * everywhere but on the machine itself (Web Authentication 5.1.3).
 */
export function passkeysWork(headers: RequestHeaders, baseUrl: string | undefined): boolean {
  const proto = headers.get('x-forwarded-proto')?.split(',')[0] ?? 'http'
  // Next renders a page after a redirect by asking itself at its own address; this one is the browser's in either case.
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? 'localhost'
  const { protocol, hostname } = new URL(baseUrl ?? `${proto}://${host}`)
  if (hostname === 'localhost') return true
  return protocol === 'https:' && !/^(\[.*\]|[\d.]+)$/.test(hostname)
}
