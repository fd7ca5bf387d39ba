import { useEffect, useState, useSyncExternalStore } from 'react'

const query = '(prefers-reduced-motion: reduce)'
const paceMs = 1200

function subscribe(hear: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', hear)
  return () => media.removeEventListener('change', hear)
}

/** Plays step by step at a pace, until there is none left; never where the reader asks for less motion. */
export function usePace(step: () => void, hasMore: boolean) {
  const still = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  )
  const [wanted, setWanted] = useState(false)
  const playing = wanted && hasMore && !still
  // Time passes outside of React.
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(step, paceMs)
    return () => clearTimeout(timer)
  })
  return { still, playing, toggle: () => setWanted(!playing) }
}
