import { useSyncExternalStore } from 'react'
import { parseTheme, type Theme, themeCookie } from './theme'

const yearSeconds = 365 * 24 * 60 * 60
const listeners = new Set<() => void>()

function subscribe(listen: () => void) {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

/**
 * The theme of the page and the way to change it, wherever it can be changed. It changes at once and without a request,
 * so that it can be pressed in the middle of an exam; the cookie tells the server what to write into the next page.
 */
export function useTheme(chosen: Theme): readonly [Theme, (next: Theme) => void] {
  const theme = useSyncExternalStore(
    subscribe,
    () => parseTheme(document.documentElement.dataset.theme),
    () => chosen,
  )
  return [theme, changeTheme]
}

function changeTheme(next: Theme) {
  document.cookie = `${themeCookie}=${next}; path=/; max-age=${yearSeconds}; samesite=lax`
  if (next === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = next
  for (const listen of listeners) listen()
}
