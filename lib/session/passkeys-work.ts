import 'server-only'

/**
 * Whether passkeys can work at this origin: browsers tie them to a name, not to a number, and want HTTPS everywhere but on
 * the machine itself (Web Authentication 5.1.3).
 */
export function passkeysWork(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  if (hostname === 'localhost') return true
  return protocol === 'https:' && !/^(\[.*\]|[\d.]+)$/.test(hostname)
}
