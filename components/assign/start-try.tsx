'use client'

import { type FormEvent, useState, useSyncExternalStore } from 'react'
import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import { clockWords } from '@/components/ui/clock-words'

type Props = {
  readonly assignmentId: string
  /** How long until it opens, by the server's clock as the page was made; 0 where it is open. */
  readonly opensInMs: number
  readonly hasPassword: boolean
  /** What has to be agreed to; empty for nothing. */
  readonly honour: string
  readonly submit: string
  readonly look?: 'primary' | 'plain'
  readonly locale: string
  readonly texts: StartTexts
}

export type StartTexts = {
  readonly password: string
  readonly honour: string
  readonly waiting: string
  readonly opened: string
  readonly starting: string
  readonly unreached: string
  readonly errors: Readonly<Record<string, string>>
}

type Reply = { readonly attemptId?: string; readonly error?: string }
/** `again`: it did not get through, and is asked again; `text` says so. */
type State = { readonly kind: 'resting' | 'asking' } | { readonly kind: 'again' | 'said'; readonly text: string }

/** Begins a try, from the moment at which it opens. Where the server is busy or out of reach it asks again by itself. */
export function StartTry({
  assignmentId,
  opensInMs,
  hasPassword,
  honour,
  submit,
  look = 'primary',
  locale,
  texts,
}: Props) {
  const [opensAt] = useState(() => performance.now() + opensInMs)
  const left = useSyncExternalStore(
    everySecond,
    () => Math.max(0, Math.ceil((opensAt - performance.now()) / 1000)),
    () => Math.ceil(opensInMs / 1000),
  )
  const [state, setState] = useState<State>({ kind: 'resting' })
  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = { password: String(form.get('password') ?? ''), isHonoured: form.get('honour') !== null }
    setState({ kind: 'asking' })
    for (let waitMs = 500; ; waitMs = Math.min(2 * waitMs, 5000)) {
      const reply = await ask(assignmentId, body)
      if (reply.attemptId !== undefined) return window.location.assign(`/${locale}/exam/${reply.attemptId}`)
      const isToRepeat = reply.error === 'busy' || reply.error === 'unreached'
      setState({ kind: isToRepeat ? 'again' : 'said', text: texts.errors[reply.error ?? ''] ?? texts.unreached })
      if (!isToRepeat) return
      // A whole room asks again: not all in the same moment.
      await new Promise((resume) => setTimeout(resume, waitMs * (0.5 + Math.random())))
    }
  }
  return (
    <form onSubmit={start} className="flex flex-col items-start gap-4">
      {hasPassword && (
        <label className="flex flex-col gap-1 font-medium">
          {texts.password}
          <input
            name="password"
            type="text"
            autoComplete="off"
            spellCheck={false}
            className="min-h-11 w-64 max-w-full rounded-sm border border-edge bg-sheet px-3"
          />
        </label>
      )}
      {honour !== '' && (
        <div className="border-accent border-l-4 pl-4">
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{honour}</p>
          <label className="flex min-h-11 items-center gap-2 font-medium">
            <input type="checkbox" name="honour" className="size-5" />
            {texts.honour}
          </label>
        </div>
      )}
      <Button type="submit" look={look} disabled={left > 0 || state.kind === 'asking' || state.kind === 'again'}>
        {submit}
      </Button>
      {left > 0 && (
        <p role="timer" className="tabular-nums">
          {fill(texts.waiting, { time: clockWords(left) })}
        </p>
      )}
      <p role="status">
        {state.kind === 'asking' && texts.starting}
        {state.kind === 'again' && state.text}
        {state.kind === 'resting' && opensInMs > 0 && left === 0 && texts.opened}
      </p>
      {state.kind === 'said' && (
        <p role="alert" className="text-wrong">
          {state.text}
        </p>
      )}
    </form>
  )
}

async function ask(assignmentId: string, body: object): Promise<Reply> {
  try {
    const response = await fetch(`/api/v1/assignments/${assignmentId}/tries`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return await response.json()
  } catch {
    return { error: 'unreached' }
  }
}

function everySecond(tell: () => void): () => void {
  const ticking = setInterval(tell, 250)
  return () => clearInterval(ticking)
}
