'use client'

import { useEffect } from 'react'

/** Opens what is folded around the place that the address names, and goes there. Not every browser does so by itself. */
export function OpenTarget() {
  // Only the browser knows the part of the address behind the #, and it changes without a request.
  useEffect(() => {
    const open = () => {
      const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
      const folded = target?.closest('details:not([open])')
      if (target === null || !folded) return
      folded.setAttribute('open', '')
      target.scrollIntoView()
    }
    open()
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [])
  return null
}
