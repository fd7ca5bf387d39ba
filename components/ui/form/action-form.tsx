'use client'

import { createContext, type ReactNode, startTransition, useActionState, useContext, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { type Act, type FormState, untouched } from './form-state'

const StateOfForm = createContext<FormState>(untouched)

/** What the last sending of the form around came to, as far as the field `name` is concerned. */
export function useField(name: string): { readonly isWrong: boolean; readonly typed: string | undefined } {
  const state = useContext(StateOfForm)
  if (state.kind !== 'refused') return { isWrong: false, typed: undefined }
  return { isWrong: state.fields.includes(name), typed: state.typed[name] }
}

type Props = {
  readonly act: Act
  readonly submit: string
  /** What to say when it is done. Absent where the action leads elsewhere. */
  readonly done?: string
  /** The sentence for each error. */
  readonly errors: Readonly<Record<string, string>>
  readonly look?: 'primary' | 'plain'
  readonly children: ReactNode
}

/** A form for a server action. It works without scripts; with them it stays as it is, and says what became of it. */
export function ActionForm({ act, submit, done, errors, look = 'primary', children }: Props) {
  const [state, action, pending] = useActionState(act, untouched)
  const form = useRef<HTMLFormElement>(null)
  // Refused: whoever reads by ear is taken to the first field that is wrong.
  useEffect(() => {
    if (state.kind === 'refused') form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [state])
  return (
    <StateOfForm value={state}>
      <form
        ref={form}
        action={action}
        // What is wrong is said by us, in the reader's language and all at once.
        noValidate
        onSubmit={(event) => {
          // React empties a form after its action, and what was typed would be lost with a refusal.
          event.preventDefault()
          const sent = new FormData(event.currentTarget)
          if (!pending) startTransition(() => action(sent))
        }}
        className="flex flex-col gap-6"
      >
        {children}
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" look={look} disabled={pending}>
            {submit}
          </Button>
          {state.kind === 'refused' && !pending && (
            <p role="alert" className="text-wrong">
              {errors[state.error] ?? state.error}
            </p>
          )}
          <p role="status" className="text-correct">
            {state.kind === 'done' && !pending ? done : ''}
          </p>
        </div>
      </form>
    </StateOfForm>
  )
}
