'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { registerPasskey, signInByPasskey } from './passkey'

type Props = {
  /** What the passkey is for; `name` is what it will be called. */
  readonly ceremony: { readonly kind: 'register'; readonly name: string } | { readonly kind: 'sign in' }
  /** Makes the guest to whom a passkey is tied where nobody is signed in yet. */
  readonly before?: () => Promise<void>
  /** Where it leads. */
  readonly href: string
  readonly errors: Readonly<Record<string, string>>
  readonly children: ReactNode
}

/** A button that asks the device for a passkey. */
export function PasskeyButton({ ceremony, before, href, errors, children }: Props) {
  const [error, setError] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  async function act() {
    setPending(true)
    setError(null)
    await before?.()
    const outcome = ceremony.kind === 'register' ? await registerPasskey(ceremony.name) : await signInByPasskey()
    if (outcome.kind === 'done') return location.assign(href)
    setPending(false)
    setError(outcome.error)
  }

  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button onClick={act} disabled={pending}>
        {children}
      </Button>
      {error !== null && (
        <p role="alert" className="text-wrong">
          {errors[error]}
        </p>
      )}
    </div>
  )
}
