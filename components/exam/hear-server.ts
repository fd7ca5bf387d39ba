import { keepListening } from '@/components/ui/keep-listening'
import type { DeskParts } from './desk'

/** Hears from the server of this page how the exam stands since a clock was changed. Where that is blocked it says so, and asking is what is left. */
export function hearServer(attemptId: string): NonNullable<DeskParts['hear']> {
  return (tell, isHeard) =>
    keepListening(`/api/v1/exams/${attemptId}/events`, {
      onMessage: (data) => tell(JSON.parse(data)),
      onOpen: () => isHeard(true),
      onLost: () => isHeard(false),
    })
}
