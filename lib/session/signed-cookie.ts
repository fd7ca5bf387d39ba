import 'server-only'

const hmac = { name: 'HMAC', hash: 'SHA-256' } as const
const keys = new Map<string, Promise<CryptoKey>>()

/**
 * The value of the cookie `name` in a Cookie header where its signature is `secret`'s, else undefined. Reads and verifies
 * as better-auth does (better-call 1.4 context.ts, getSignedCookie): the value, a dot, and HMAC-SHA-256 in base64.
 */
export async function readSignedCookie(header: string, name: string, secret: string): Promise<string | undefined> {
  const text = readCookie(header, name)
  const dot = text?.lastIndexOf('.') ?? -1
  if (text === undefined || dot < 1) return undefined
  const [value, signature] = [text.slice(0, dot), text.slice(dot + 1)]
  if (!/^[A-Za-z0-9+/]{43}=$/.test(signature)) return undefined
  const genuine = await crypto.subtle.verify(hmac, await keyOf(secret), Buffer.from(signature, 'base64'), encode(value))
  return genuine ? value : undefined
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

const encode = (text: string) => new TextEncoder().encode(text)

function keyOf(secret: string): Promise<CryptoKey> {
  const key = keys.get(secret) ?? crypto.subtle.importKey('raw', encode(secret), hmac, false, ['verify'])
  keys.set(secret, key)
  return key
}
