'use client'

import { type ReactNode, useActionState } from 'react'

export type AsideState = { readonly error: 'busy' | null }

type Props = {
  readonly act: (before: AsideState, form: FormData) => Promise<AsideState>
  readonly busy: string
  readonly children: ReactNode
}

/** The form around a list of cards, whose buttons suspend them and take them up again. */
export function AsideForm({ act, busy, children }: Props) {
  const [state, action] = useActionState(act, { error: null })
  return (
    <form action={action} className="flex flex-col gap-4">
      {state.error !== null && (
        <p role="alert" className="text-wrong">
          {busy}
        </p>
      )}
      {children}
    </form>
  )
}
