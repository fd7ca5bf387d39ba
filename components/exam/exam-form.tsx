'use client'

import { type ReactNode, startTransition, useActionState } from 'react'
import { Button } from '@/components/ui/button'

type State = { readonly error: string | null }

type Props = {
  readonly start: (before: State, form: FormData) => Promise<State>
  readonly submit: string
  /** The button's whole name, where several stand on a page. */
  readonly name?: string
  /** What stands beside the button. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** A form that starts an exam. It works without scripts; with them what was typed stays where something is wrong with it. */
export function ExamForm({ start, submit, name, beside, children }: Props) {
  const [state, action, pending] = useActionState(start, { error: null })
  return (
    <form
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        startTransition(() => action(form))
      }}
      className="flex flex-col gap-5 pt-3"
    >
      {children}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" disabled={pending} aria-label={name}>
          {submit}
        </Button>
        {beside}
      </div>
      {state.error !== null && (
        <p role="alert" className="text-wrong">
          {state.error}
        </p>
      )}
    </form>
  )
}
