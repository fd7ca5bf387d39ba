'use client'

import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { type Act, type FormState, refused, untouched } from './form-state'
import { useAnnounce } from './standing-status'
import { useAct } from './use-act'

const StateOfForm = createContext<FormState>(untouched)

/** What the last sending of the form around came to, as far as the field `name` is concerned. */
export function useField(name: string): { readonly isWrong: boolean; readonly typed: string | undefined } {
  const state = useContext(StateOfForm)
  if (state.kind !== 'refused') return { isWrong: false, typed: undefined }
  return { isWrong: state.fields.includes(name), typed: state.typed[name] }
}

const layouts = { column: 'flex flex-col gap-6', row: 'flex flex-wrap items-center gap-x-4 gap-y-2' } as const

type Props = {
  readonly act: Act
  readonly submit: string
  /** The name of the button, where `submit` alone does not tell it from others on the page. */
  readonly submitName?: string
  /** What to say when it is done. Absent where the action leads elsewhere. */
  readonly done?: string
  /** Told where the action leads elsewhere. */
  readonly onLeave?: (() => void) | undefined
  /** The sentence for each error. */
  readonly errors: Readonly<Record<string, string>>
  readonly look?: 'primary' | 'plain'
  /** In a row, the button stands beside what it sends. */
  readonly layout?: keyof typeof layouts
  readonly children: ReactNode
}

/**
 * A form for a server action. It works without scripts; with them it stays as it is, and says what became of it, here or in
 * the StandingStatus around.
 */
export function ActionForm(props: Props) {
  const { act, submit, submitName, done = '', errors, look = 'primary', layout = 'column', onLeave, children } = props
  const announce = useAnnounce()
  const { state, action, pending, send } = useAct({
    act,
    untouched,
    // What could not be reached is said as what is busy: nothing is lost, and it may be sent again.
    unreached: (form) => refused('busy', form),
    onDone: (outcome) => {
      const told = saidOf(outcome, done)
      if (told !== '') announce?.(told)
    },
    ...(onLeave !== undefined && { onLeave }),
  })
  const form = useRef<HTMLFormElement>(null)
  // Refused: whoever reads by ear is taken to the first field that is wrong, also where it was folded away.
  useEffect(() => {
    if (state.kind !== 'refused') return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-problem]')
    wrong?.closest('details')?.setAttribute('open', '')
    wrong?.focus()
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
          send(new FormData(event.currentTarget))
        }}
        className={layouts[layout]}
      >
        {children}
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" look={look} disabled={pending} aria-label={submitName}>
            {submit}
          </Button>
          {state.kind === 'refused' && !pending && (
            <p role="alert" className="text-wrong">
              {errors[state.error] ?? state.error}
            </p>
          )}
          <p role="status" className="text-correct">
            {!pending && announce === null ? saidOf(state, done) : ''}
          </p>
        </div>
      </form>
    </StateOfForm>
  )
}

/** What there is to say of a form that is done, where it says nothing by itself. */
function saidOf(state: FormState, done: string): string {
  return state.kind === 'done' ? (state.said ?? done) : ''
}
