import 'server-only'
import { getIP } from 'better-auth/api'
import type { RequestHeaders } from './session'

/**
 * The address that a request comes from, as the rate limits of better-auth see it: an IPv4 address, or the /64 of an IPv6
 * one. What a proxy adds to what somebody else has sent counts as that proxy says it; without any address all count as one.
 */
export function addressOf(headers: RequestHeaders): string {
  const forwarded = headers.get('x-forwarded-for') ?? ''
  const last = forwarded.split(',').at(-1)?.trim() ?? ''
  return getIP(new Headers({ 'x-forwarded-for': last }), {}) ?? 'unknown'
}
