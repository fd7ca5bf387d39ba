import { useCallback, useRef, useState } from 'react'
import { keepUndone } from './undone'
import { useUndoKey } from './use-undo-key'

type Undoing = {
  /** The last review that this page has seen recorded; null where it has seen none: then the last of all is meant. */
  readonly last: string | null
  /** Whether U takes back as the button does. */
  readonly byKey: boolean
  /** Something is on its way or waits to be sent: the page that is loaded anew would have lost it. */
  readonly isHeld: boolean
}

/** Taking back: what does it, and why it was refused the last time. */
export type Undo = { readonly take: () => void; readonly refused: string | null }

/**
 * Takes back the last review, by a button or by U, and shows the review anew: its card is asked again. However often it is
 * pressed, one review is taken back, and none while something is under way.
 */
export function useUndo({ last, byKey, isHeld }: Undoing): Undo {
  const [refused, setRefused] = useState<string | null>(null)
  const isTaking = useRef(false)
  const take = useCallback(async () => {
    if (isTaking.current || isHeld) return
    isTaking.current = true
    const error = await undo(last)
    // Where it was taken back nothing more is, until the page is a new one.
    if (error === null) {
      keepUndone()
      window.location.reload()
      return
    }
    isTaking.current = false
    setRefused(error)
  }, [last, isHeld])
  useUndoKey(take, byKey)
  return { take, refused }
}

/** Why nothing was taken back; null where it was. */
async function undo(review: string | null): Promise<string | null> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch('/api/v1/reviews/undo', { method: 'POST', headers, body: JSON.stringify({ review }) })
    if (response.ok) return null
    const { error }: { error?: string } = await response.json()
    return error ?? 'busy'
  } catch {
    return 'busy'
  }
}
