import { useEffect } from 'react'

/** How long somebody rests on a step before the address says it: browsers refuse more than a hundred changes in half a minute. */
const restMs = 250

/** Has the page's address say what is shown, so that a reload shows it again. Null where it does already. */
export function useAddress(address: string | null): void {
  // The address is the browser's.
  useEffect(() => {
    if (address === null) return
    const timer = setTimeout(() => window.history.replaceState(null, '', address), restMs)
    return () => clearTimeout(timer)
  }, [address])
}
