import { useEffect } from 'react'
import { isFreeKey } from '@/components/ui/is-free-key'

/** Calls what belongs to a key, by its name in lower case, where the focus has no use for it. */
export function useExamKeys(act: Readonly<Record<string, () => void>>): void {
  // A key can be pressed wherever the focus is, so the listener is the document's.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const run = act[event.key.toLowerCase()]
      if (run === undefined || !isFreeKey(event)) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [act])
}
