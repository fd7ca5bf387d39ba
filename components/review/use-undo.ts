import { useCallback, useState } from 'react'
import { useUndoKey } from './use-undo-key'

/** Takes back the last review, by a button or by U, and shows the review anew: its card is asked again. */
export function useUndo(byKey: boolean) {
  const [refused, setRefused] = useState<string | null>(null)
  const take = useCallback(async () => {
    const error = await undo()
    if (error === null) window.location.reload()
    else setRefused(error)
  }, [])
  useUndoKey(take, byKey)
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
