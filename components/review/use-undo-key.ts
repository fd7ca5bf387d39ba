import { useEffect } from 'react'
import { isFreeKey } from '@/components/ui/is-free-key'

/** Calls `undo` where a person presses U and the focus has no use for it, unless keys are not to act by themselves. */
export function useUndoKey(undo: () => void, byKey: boolean): void {
  // U acts wherever the focus is but where text is typed, so the listener is the document's.
  useEffect(() => {
    if (!byKey) return
    const listen = (event: KeyboardEvent) => {
      if (isFreeKey(event) && event.key.toLowerCase() === 'u') undo()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [byKey, undo])
}
