import type { z } from 'zod'
import { problemResponse } from '@/lib/programs/problem'
import { readJson } from '@/lib/programs/read-json'
import { findReader, type Reader } from '@/lib/session/reader'
import { reviewRefusalStatus } from '@/lib/words/review-exchange'

export type Received<Sent> =
  | { readonly kind: 'received'; readonly sent: Sent; readonly reader: Reader & { readonly userId: string } }
  | { readonly kind: 'refused'; readonly response: Response }

/** What a learner sent about a card, by this schema, and who they are; or the response that refuses it. */
export async function receive<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Received<z.infer<Schema>>> {
  const body = await readJson(request)
  if (body.kind === 'refused') return { kind: 'refused', response: problemResponse(body.problem) }
  const { userId, ...reader } = await findReader()
  if (userId === undefined) return { kind: 'refused', response: refuse('no such card') }
  const sent = schema.safeParse(body.value)
  if (!sent.success) return { kind: 'refused', response: refuse('invalid') }
  return { kind: 'received', sent: sent.data, reader: { ...reader, userId } }
}

/** The answer to what is refused, by the error's own name. */
export function refuse(error: keyof typeof reviewRefusalStatus) {
  return Response.json({ error }, { status: reviewRefusalStatus[error] })
}
