'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'

type State = { readonly error: string | null }

type Props = {
  readonly practise: (before: State, form: FormData) => Promise<State>
  readonly attemptId: string
  readonly submit: string
}

/** The way from a result into a practice of the same strata. */
export function PractiseAgain({ practise, attemptId, submit }: Props) {
  const [state, action, pending] = useActionState(practise, { error: null })
  return (
    <form action={action} className="flex flex-col gap-2">
      <input type="hidden" name="attempt" value={attemptId} />
      <Button type="submit" look="primary" disabled={pending}>
        {submit}
      </Button>
      {state.error !== null && (
        <p role="alert" className="text-wrong">
          {state.error}
        </p>
      )}
    </form>
  )
}
