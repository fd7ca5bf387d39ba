'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'

type State = { readonly error: string | null }

type Props = {
  readonly go: (before: State, form: FormData) => Promise<State>
  readonly attemptId: string
  readonly submit: string
  readonly look: 'primary' | 'plain'
}

/** A way on from a result, into a practice of the same strata or to cards of what needs repair. */
export function FromResult({ go, attemptId, submit, look }: Props) {
  const [state, action, pending] = useActionState(go, { error: null })
  return (
    <form action={action} className="flex flex-col gap-2">
      <input type="hidden" name="attempt" value={attemptId} />
      <Button type="submit" look={look} disabled={pending}>
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
