import 'server-only'
import { createDecipheriv, createECDH, type ECDH, hkdfSync } from 'node:crypto'
import { sessionSecret } from './secret'

/** What was sealed in a browser, as base64url: the public key made for it, the nonce, and the rest with its tag. */
type Sealed = { readonly key: string; readonly iv: string; readonly sealed: string }

/** The public key for which students' browsers seal their answers, as a point of P-256. */
export function answerKey(secret = sessionSecret()): string {
  return pairOf(secret).getPublicKey().toString('base64url')
}

/** The text that was sealed for this server (components/exam/seal-answers.ts); null where it was not, or was changed since. */
export function openSealed({ key, iv, sealed }: Sealed, secret = sessionSecret()): string | null {
  try {
    const shared = pairOf(secret).computeSecret(Buffer.from(key, 'base64url'))
    const bytes = Buffer.from(sealed, 'base64url')
    const opening = Buffer.from(hkdfSync('sha256', shared, '', 'timewait answers 1', 32))
    const decipher = createDecipheriv('aes-256-gcm', opening, Buffer.from(iv, 'base64url'))
    decipher.setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/**
 * The server's pair, derived from its secret: a file that was sealed before a restart is opened after it, and nothing more has
 * to be kept. Another secret opens no old file.
 */
function pairOf(secret: string): ECDH {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(hkdfSync('sha256', secret, '', 'timewait answer files', 32)))
  return pair
}
