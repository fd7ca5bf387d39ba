'use client'

import { type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'

type State = { readonly error: string | null }

type Props<S extends State> = {
  readonly start: (before: S, form: FormData) => Promise<S>
  readonly initial: S
  readonly submit: string
  /** The sentence for each error. */
  readonly errors: Readonly<Record<string, string>>
  readonly look?: 'primary' | 'plain'
  readonly children: ReactNode
}

/** The form in which a practice is chosen. It works without scripts; with them it says what is wrong in place. */
export function ChoiceForm<S extends State>({ start, initial, submit, errors, look = 'primary', children }: Props<S>) {
  const [state, action, pending] = useActionState(start, initial as Awaited<S>)
  return (
    <form action={action} className="flex flex-col gap-6">
      {children}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look={look} disabled={pending}>
          {submit}
        </Button>
        {state.error !== null && (
          <p role="alert" className="text-wrong">
            {errors[state.error]}
          </p>
        )}
      </div>
    </form>
  )
}
