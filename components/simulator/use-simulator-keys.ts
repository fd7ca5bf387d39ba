import { useEffect } from 'react'
import { isFreeKey } from '@/components/ui/is-free-key'

type Acts = Readonly<Record<'n' | 'u' | 'r' | 'p', () => void>>

/** The simulator's own keys; nothing is heard where the reader has turned such keys off. */
export function useSimulatorKeys(acts: Acts, on: boolean): void {
  // Keys are pressed on the window, which React does not own.
  useEffect(() => {
    if (!on) return
    function press(event: KeyboardEvent) {
      const key = event.key.toLowerCase()
      if ((key === 'n' || key === 'u' || key === 'r' || key === 'p') && isFreeKey(event)) acts[key]()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
