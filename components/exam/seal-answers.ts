import type { AnswerFile, SealedFile } from '@/lib/assessment/answer-file'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const encoder = new TextEncoder()

/** Whether this browser can seal anything: on a page that came without TLS it can't. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined
}

/** Seals answers for the server whose public key (a point of the curve, base64url) this is; lib/answer-key.ts opens them. */
export async function sealAnswers(file: AnswerFile, serverKey: string): Promise<SealedFile> {
  const own = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const its = await crypto.subtle.importKey('raw', bytesOf(serverKey), curve, false, [])
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: its }, own.privateKey, 256)
  const shared = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encoder.encode('timewait answers 1'),
  }
  const key = await crypto.subtle.deriveKey(derivation, shared, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, encoder.encode(JSON.stringify(file)))
  const point = await crypto.subtle.exportKey('raw', own.publicKey)
  return { timewait: 'answers 1', key: textOf(point), iv: textOf(iv), sealed: textOf(sealed) }
}

function textOf(bytes: ArrayBuffer | Uint8Array): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
