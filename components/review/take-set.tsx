'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'

type State = { readonly error: 'busy' | null }

export type TakeSetProps = {
  readonly set: string
  readonly take: (before: State, form: FormData) => Promise<State>
  /** What the button is called beside others like it; absent where it stands alone. */
  readonly label?: string
  readonly words: { readonly take: string; readonly busy: string }
}

/** The button that makes cards of all facts of a ready set. */
export function TakeSet({ set, take, label, words }: TakeSetProps) {
  const [state, action, pending] = useActionState(take, { error: null })
  return (
    <form action={action} className="flex flex-wrap items-center gap-4">
      <input type="hidden" name="set" value={set} />
      <Button type="submit" disabled={pending} {...(label !== undefined && { 'aria-label': label })}>
        {words.take}
      </Button>
      {state.error !== null && (
        <p role="alert" className="text-wrong">
          {words.busy}
        </p>
      )}
    </form>
  )
}
