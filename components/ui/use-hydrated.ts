import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * Whether the page's scripts have taken over. Until then nothing hears a press: on a slow network an answer would look
 * chosen, and be gone a second later. What can't hear yet is `inert`.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
