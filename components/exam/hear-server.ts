import { keepListening } from '@/components/ui/keep-listening'
import type { DeskParts } from './desk'

/** A room hears at the same moment: its pages ask within this time, not all at once. */
const spreadMs = 1500

/** Hears from the server of this page that a clock was changed. Where that is blocked it says so, and asking is what is left. */
export function hearServer(attemptId: string): NonNullable<DeskParts['hear']> {
  return (tell, isHeard) => {
    let asking: ReturnType<typeof setTimeout> | undefined
    const stop = keepListening(`/api/v1/exams/${attemptId}/events`, {
      onMessage: () => {
        clearTimeout(asking)
        asking = setTimeout(tell, Math.random() * spreadMs)
      },
      onOpen: () => isHeard(true),
      onLost: () => isHeard(false),
    })
    return () => {
      clearTimeout(asking)
      stop()
    }
  }
}
