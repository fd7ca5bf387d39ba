'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'

const Announce = createContext<((text: string) => void) | null>(null)

/** What says a sentence on the page around; null where nothing does. */
export function useAnnounce(): ((text: string) => void) | null {
  return useContext(Announce)
}

/**
 * Stands around forms that may be gone once they are done: what became of them is said here, stays, and has the focus,
 * which would otherwise be lost with the button.
 */
export function StandingStatus({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', times: 0 })
  const status = useRef<HTMLParagraphElement>(null)
  const announce = useCallback((text: string) => setSaid(({ times }) => ({ text, times: times + 1 })), [])
  // Said anew: whoever reads by ear or goes by keys is taken to it.
  useEffect(() => {
    if (said.times > 0) status.current?.focus()
  }, [said])
  return (
    <div className={className}>
      <p
        ref={status}
        role="status"
        tabIndex={-1}
        className={said.text === '' ? 'sr-only' : 'border-correct border-l-4 pl-4 outline-none'}
      >
        {said.text}
      </p>
      <Announce value={announce}>{children}</Announce>
    </div>
  )
}
