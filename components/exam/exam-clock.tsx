'use client'

import { useSyncExternalStore } from 'react'
import { clockWords } from '@/components/ui/clock-words'
import type { Desk } from './desk'
import type { ExamTexts } from './texts'

/** The time left, by the server's clock. It is spoken twice, five minutes and one minute before the end. */
export function ExamClock({ desk, texts }: { readonly desk: Desk; readonly texts: ExamTexts }) {
  const seconds = useSyncExternalStore(desk.subscribe, desk.secondsLeft, desk.initialSecondsLeft)
  if (seconds === null) return null
  const said = seconds <= 60 ? texts.oneMinute : seconds <= 300 ? texts.fiveMinutes : ''
  return (
    <>
      <span
        role="timer"
        className={`font-mono font-semibold text-lg tabular-nums ${seconds <= 60 ? 'text-wrong' : ''}`}
      >
        <span className="sr-only">{texts.timeLeft} </span>
        {clockWords(seconds)}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}
