import type { Given } from '@/lib/items/shown'
import type { AnswerReply } from '@/lib/words/answer-exchange'
import type { Feedback } from '@/lib/words/presented-item'

export type AnswerToSend = {
  readonly id: string
  readonly practiceId: string
  readonly position: number
  readonly given: Given
  readonly tookMs: number
  readonly locale: string
}

/** What the server made of an answer. `unsent`: it did not get there, or no word came back; it may be sent again. */
export type Sent<Reply = { readonly feedback: Feedback }> =
  | ({ readonly kind: 'marked' } & Reply)
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'unsent' }
  /** It is wrong, no more is said, and another try follows. */
  | { readonly kind: 'not yet' }

/** Sends an answer of a practice. */
export function sendAnswer({ practiceId, ...answer }: AnswerToSend): Promise<Sent<AnswerReply>> {
  return post(`/api/v1/practices/${practiceId}/answers`, answer)
}

/** Sends what somebody answered. It never throws: a network that fails is an outcome. */
export async function post<Reply>(address: string, body: unknown): Promise<Sent<Reply>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) {
      const reply: Reply & { readonly notYet?: true } = await response.json()
      return reply.notYet ? { kind: 'not yet' } : { kind: 'marked', ...reply }
    }
    if (response.status >= 500) return { kind: 'unsent' }
    const { error }: { error?: string } = await response.json()
    return { kind: 'refused', error: error ?? 'invalid' }
  } catch {
    return { kind: 'unsent' }
  }
}
