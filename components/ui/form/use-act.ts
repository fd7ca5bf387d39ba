import { unstable_rethrow } from 'next/navigation'
import { startTransition, useActionState } from 'react'

type Acting<State> = {
  /** The server action. */
  readonly act: (before: Awaited<State>, form: FormData) => Promise<State>
  readonly untouched: Awaited<State>
  /** What became of a form that did not get there: the network is gone, or the server is being started anew. */
  readonly unreached: (form: FormData) => Awaited<State>
  /** Told what became of it, before what it changed is shown. */
  readonly onDone?: (state: State) => void
  /** Told where the action leads elsewhere. */
  readonly onLeave?: () => void
}

/**
 * A server action of a form. Without scripts the form sends itself by `action`; with them `send` does, and then an action
 * that can't be reached is an outcome like any other: the form stays, with what was typed.
 */
export function useAct<State>({ act, untouched, unreached, onDone, onLeave }: Acting<State>) {
  const [byItself, action] = useActionState<State, FormData>(act, untouched)
  const [sent, dispatch, pending] = useActionState<{ readonly state: Awaited<State> } | null, FormData>(
    async (before, form) => {
      try {
        const state = await act(before?.state ?? byItself, form)
        onDone?.(state)
        return { state }
      } catch (error) {
        rethrow(error, onLeave)
        return { state: unreached(form) }
      }
    },
    null,
  )
  const send = (form: FormData) => {
    if (!pending) startTransition(() => dispatch(form))
  }
  return { state: sent?.state ?? byItself, action, pending, send }
}

/** Throws on what Next means to be thrown: the way to another page. */
function rethrow(error: unknown, onLeave: (() => void) | undefined): void {
  try {
    unstable_rethrow(error)
  } catch (leading) {
    onLeave?.()
    throw leading
  }
}
