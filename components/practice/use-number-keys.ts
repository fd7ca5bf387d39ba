import { useEffect } from 'react'
import { isFreeKey } from '@/components/ui/is-free-key'

/** Calls `choose` with 0 to 8 where a person presses 1 to 9 and the focus has no use for it. */
export function useNumberKeys(choose: (index: number) => void, isActive: boolean): void {
  // A key can be pressed wherever the focus is, so the listener is the document's.
  useEffect(() => {
    if (!isActive) return
    const listen = (event: KeyboardEvent) => {
      if (isFreeKey(event) && /^[1-9]$/.test(event.key)) choose(Number(event.key) - 1)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [choose, isActive])
}
