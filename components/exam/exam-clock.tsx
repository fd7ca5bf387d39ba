'use client'

import { useSyncExternalStore } from 'react'
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

/** 4:05, or 1:04:05 where there are hours. */
function clockWords(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'))
  const hours = Math.floor(seconds / 3600)
  return hours > 0 ? `${hours}:${parts.join(':')}` : `${Math.floor(seconds / 60)}:${parts[1]}`
}
