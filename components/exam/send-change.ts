import type { ExamState } from '@/lib/assessment/exam-state'
import type { ExamRefusal } from '@/lib/assessment/exchange'

/** What the server made of a request. `unsent`: it did not get there, or no word came back; it may be sent again. */
export type Told =
  | { readonly kind: 'told'; readonly state: ExamState }
  | { readonly kind: 'refused'; readonly error: ExamRefusal; readonly state: ExamState | undefined }
  | { readonly kind: 'unsent' }

/** Asks about an exam, or sends something of it. It never throws: a network that fails is an outcome. */
export type Ask = (
  part: '' | '/drafts' | '/flags' | '/submission' | '/pause' | '/resumption' | '/places',
  body?: object,
) => Promise<Told>

/** Asks the server of this page. A request outlives its page: what was typed last must not be lost by closing it. */
export function askServer(attemptId: string): Ask {
  return async (part, body) => {
    try {
      const sent = body && {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }
      const response = await fetch(`/api/v1/exams/${attemptId}${part}`, { ...sent, keepalive: true, cache: 'no-store' })
      if (response.ok) return { kind: 'told', ...(await response.json()) }
      if (response.status >= 500 || response.status === 429) return { kind: 'unsent' }
      const { error = 'invalid', state } = await response.json()
      return { kind: 'refused', error, state }
    } catch {
      return { kind: 'unsent' }
    }
  }
}
