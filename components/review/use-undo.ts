import { useCallback, useEffect, useState } from 'react'

/** Takes back the last review, by a button or by U, and shows the review anew: its card is asked again. */
export function useUndo(byKey: boolean) {
  const [refused, setRefused] = useState<string | null>(null)
  const take = useCallback(async () => {
    const error = await undo()
    if (error === null) window.location.reload()
    else setRefused(error)
  }, [])
  // U acts wherever the focus is but where text is typed, so the listener is the document's.
  useEffect(() => {
    if (!byKey) return
    const listen = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input[type=text], select, textarea') !== null
      const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat
      if (event.key.toLowerCase() === 'u' && !typing && !modified) void take()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [byKey, take])
  return { take, refused }
}

/** Why nothing was taken back; null where it was. */
async function undo(): Promise<string | null> {
  try {
    const response = await fetch('/api/v1/reviews/undo', { method: 'POST' })
    if (response.ok) return null
    const { error }: { error?: string } = await response.json()
    return error ?? 'busy'
  } catch {
    return 'busy'
  }
}
