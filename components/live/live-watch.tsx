'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'
import { watchChanges } from './watch-changes'

/** Shows the page anew whenever the server says that something on it has changed. */
export function LiveWatch({ address }: { readonly address: string }) {
  const router = useRouter()
  // What comes from the network is no event of React's: it is listened for as long as the page stands.
  useEffect(() => watchChanges(address, () => startTransition(() => router.refresh())), [address, router])
  return null
}
