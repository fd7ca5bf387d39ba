'use client'

import { useEffect, useRef, useState } from 'react'
import { onReviewed } from '@/components/offline/reviewed'
import { takeUndone } from './undone'

/** Says that the last review was taken back, on the page that is loaded anew for it, until the next one is recorded. */
export function UndoneStatus({ text }: { readonly text: string }) {
  const [isUndone, setUndone] = useState(false)
  const status = useRef<HTMLParagraphElement>(null)
  // Only this tab knows what was done before the page was loaded anew.
  useEffect(() => {
    if (takeUndone()) setUndone(true)
    return onReviewed(() => setUndone(false))
  }, [])
  // The button that was pressed went with the old page: whoever reads by ear or goes by keys is taken here.
  useEffect(() => {
    if (isUndone) status.current?.focus()
  }, [isUndone])
  return (
    <p
      ref={status}
      role="status"
      tabIndex={-1}
      className={isUndone ? 'border-accent border-l-4 pl-4 outline-none' : 'sr-only'}
    >
      {isUndone ? text : ''}
    </p>
  )
}
