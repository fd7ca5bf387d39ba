import type { DeskParts } from './desk'

/** Hears from the server of this page that a clock was changed. Where that is blocked it says so, and asking is what is left. */
export function hearServer(attemptId: string): NonNullable<DeskParts['hear']> {
  return (tell, isHeard) => {
    const source = new EventSource(`/api/v1/exams/${attemptId}/events`)
    source.addEventListener('open', () => isHeard(true))
    source.addEventListener('error', () => isHeard(false))
    source.addEventListener('message', tell)
    return () => source.close()
  }
}
