import { useEffect } from 'react'

/**
 * Calls `choose` with 0 to 8 where a person presses 1 to 9 outside a text field. Keys held with a modifier and keys
 * that an input method is composing with (Chinese input picks candidates by number) are left alone.
 */
export function useNumberKeys(choose: (index: number) => void, isActive: boolean): void {
  // A key can be pressed wherever the focus is, so the listener is the document's.
  useEffect(() => {
    if (!isActive) return
    const listen = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(event.target.type)
      if (typing || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      const number = Number.parseInt(event.key, 10)
      if (number >= 1 && number <= 9) choose(number - 1)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [choose, isActive])
}
