import { useEffect } from 'react'

/** Calls `undo` where a person presses U outside a text field, unless keys are not to act by themselves. */
export function useUndoKey(undo: () => void, byKey: boolean): void {
  // U acts wherever the focus is but where text is typed, so the listener is the document's.
  useEffect(() => {
    if (!byKey) return
    const listen = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input[type=text], select, textarea') !== null
      const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat
      if (event.key.toLowerCase() === 'u' && !typing && !modified) undo()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [byKey, undo])
}
