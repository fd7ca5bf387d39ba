'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  readonly way: 'sign-in/social' | 'link-social'
  readonly provider: string
  /** Makes the guest who becomes the account where nobody is signed in yet. */
  readonly before?: () => Promise<void>
  /** Where to come back to, and where to if it fails. */
  readonly href: string
  readonly failedHref: string
  /** What to say where the provider cannot be reached. */
  readonly failed: string
  readonly children: ReactNode
}

/** A button that leads to the sign-in of a school or another provider, and back. */
export function ProviderButton({ way, provider, before, href, failedHref, failed, children }: Props) {
  const [status, setStatus] = useState<'idle' | 'pending' | 'failed'>('idle')

  async function act() {
    setStatus('pending')
    await before?.()
    const body = { provider, callbackURL: href, errorCallbackURL: failedHref, disableRedirect: true }
    const response = await fetch(`/api/auth/${way}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined)
    if (!response?.ok) return setStatus('failed')
    const { url }: { url: string } = await response.json()
    location.assign(url)
  }

  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button onClick={act} disabled={status === 'pending'}>
        {children}
      </Button>
      {status === 'failed' && (
        <p role="alert" className="text-wrong">
          {failed}
        </p>
      )}
    </div>
  )
}
