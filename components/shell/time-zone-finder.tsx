'use client'

import { useEffect } from 'react'

const yearSeconds = 365 * 24 * 60 * 60

/** Tells the server, by a cookie, in which time zone the browser is. It draws nothing. */
export function TimeZoneFinder({ cookie }: { readonly cookie: string }) {
  // Only the browser knows, and only after the page has come.
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    document.cookie = `${cookie}=${encodeURIComponent(timeZone)}; path=/; max-age=${yearSeconds}; samesite=lax`
  }, [cookie])
  return null
}
