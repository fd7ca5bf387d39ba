import { problemResponse } from '@/lib/programs/problem'
import { readJson } from '@/lib/programs/read-json'
import { isForeign } from '@/lib/session/is-foreign'
import { refusal } from './refusal'

export type Sent =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly response: Response }

/** The JSON that a page of ours has sent, of at most `largest` octets; or the response that refuses it. */
export async function readSent(request: Request, largest?: number): Promise<Sent> {
  if (isForeign(request.headers)) return { kind: 'refused', response: refusal('foreign', 403) }
  const body = await readJson(request, largest)
  if (body.kind === 'refused') return { kind: 'refused', response: problemResponse(body.problem) }
  return { kind: 'read', value: body.value }
}
