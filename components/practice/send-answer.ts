import type { Given } from '@/lib/items/shown'
import type { Feedback, PresentedItem } from '@/lib/words/presented-item'

export type AnswerToSend = {
  readonly id: string
  readonly practiceId: string
  readonly position: number
  readonly given: Given
  readonly tookMs: number
  readonly locale: string
}

/** What the server made of an answer. `unsent`: it did not get there, or no word came back; it may be sent again. */
export type Sent =
  | { readonly kind: 'marked'; readonly feedback: Feedback; readonly next: PresentedItem | null }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'unsent' }

/** Sends an answer. It never throws: a network that fails is an outcome. */
export async function sendAnswer({ practiceId, ...answer }: AnswerToSend): Promise<Sent> {
  try {
    const response = await fetch(`/api/v1/practices/${practiceId}/answers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(answer),
    })
    if (response.ok) return { kind: 'marked', ...(await response.json()) }
    if (response.status >= 500) return { kind: 'unsent' }
    const { error }: { error?: string } = await response.json()
    return { kind: 'refused', error: error ?? 'invalid' }
  } catch {
    return { kind: 'unsent' }
  }
}
