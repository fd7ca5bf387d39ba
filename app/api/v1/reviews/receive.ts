import type { z } from 'zod'
import { findReader, type Reader } from '@/lib/session/reader'
import { reviewRefusalStatus } from '@/lib/words/review-exchange'
import { readSent } from '../read-sent'
import { refusal } from '../refusal'

export type Received<Sent> =
  | { readonly kind: 'received'; readonly sent: Sent; readonly reader: Reader & { readonly userId: string } }
  | { readonly kind: 'refused'; readonly response: Response }

/** What a learner sent about a card, by this schema, and who they are; or the response that refuses it. */
export async function receive<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Received<z.infer<Schema>>> {
  const body = await readSent(request)
  if (body.kind === 'refused') return body
  const { userId, ...reader } = await findReader()
  if (userId === undefined) return { kind: 'refused', response: refuse('no such card') }
  const sent = schema.safeParse(body.value)
  if (!sent.success) return { kind: 'refused', response: refuse('invalid') }
  return { kind: 'received', sent: sent.data, reader: { ...reader, userId } }
}

/** The answer to what is refused, by the error's own name. */
export function refuse(error: keyof typeof reviewRefusalStatus) {
  return refusal(error, reviewRefusalStatus[error])
}
