import { z } from 'zod'
import { givenSchema } from '../items/shown'

// What a student whose network stays away hands to their teacher: the answers that the server has not got, sealed for it.
// ECDH on P-256 with a key made for this file, HKDF with SHA-256, AES-256-GCM: what WebCrypto has in every browser.

/** The answers in a file: those that were not acknowledged, each with the id under which it would have been sent. */
export const answerFileSchema = z.strictObject({
  attemptId: z.string().max(100),
  answers: z
    .array(
      z.strictObject({
        id: z.uuid(),
        position: z.int().min(0).max(999),
        revision: z.int().min(1).max(1_000_000),
        given: givenSchema.nullable(),
      }),
    )
    .max(1000)
    .readonly(),
})

export type AnswerFile = Readonly<z.infer<typeof answerFileSchema>>

const base64url = z.string().regex(/^[\w-]+$/)

/** The file itself: whose key it is sealed with, and what is sealed. */
export const sealedFileSchema = z.strictObject({
  timewait: z.literal('answers 1'),
  /** The public key that was made for this file, as a point of the curve. */
  key: base64url.max(200),
  iv: base64url.max(100),
  sealed: base64url.max(2_000_000),
})

export type SealedFile = Readonly<z.infer<typeof sealedFileSchema>>
