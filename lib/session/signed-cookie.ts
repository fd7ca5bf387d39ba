import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The value of the cookie `name` in a Cookie header where its signature is `secret`'s, else undefined. Reads and verifies
 * as better-auth does (better-call 1.4 context.ts, getSignedCookie): the value, a dot, and HMAC-SHA-256 in base64. By
 * node:crypto, for Web Crypto would ask a thread for these few microseconds of work, and wait for its turn.
 */
export function readSignedCookie(header: string, name: string, secret: string): string | undefined {
  const text = readCookie(header, name)
  const dot = text?.lastIndexOf('.') ?? -1
  if (text === undefined || dot < 1) return undefined
  const [value, signature] = [text.slice(0, dot), text.slice(dot + 1)]
  if (!/^[A-Za-z0-9+/]{43}=$/.test(signature)) return undefined
  const genuine = createHmac('sha256', secret).update(value).digest()
  return timingSafeEqual(genuine, Buffer.from(signature, 'base64')) ? value : undefined
}

/** The first cookie of that name, as better-call's parseCookies has it. */
function readCookie(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    if (equals === -1 || pair.slice(0, equals).trim() !== name) continue
    const text = pair.slice(equals + 1).trim()
    return decode(text.startsWith('"') ? text.slice(1, -1) : text)
  }
  return undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // What is not percent-encoded is taken as it stands; it has no valid signature anyway.
    return text
  }
}
