import { type FormEvent, useState } from 'react'
import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import type { TracesTexts } from './texts'
import { windowLength } from './trace-message'
import type { Window } from './use-traces'

type Props = {
  readonly view: Window
  readonly texts: TracesTexts
  readonly open: (conversation: number, from: number) => void
  readonly goTo: (conversation: number, to: number) => void
  readonly seek: (conversation: number, after: number) => void
}

/** The ways through a conversation that is longer than what is drawn at once. */
export function TracePages({ view, texts, open, goTo, seek }: Props) {
  const { conversation, from, count, seen, current, marked, impossible } = view
  const end = from + seen.length
  return (
    <nav aria-label={texts.pages} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button disabled={from === 0} onClick={() => open(conversation, Math.max(0, from - windowLength))}>
          {texts.previous}
        </Button>
        <span aria-live="polite" className="order-first basis-full tabular-nums sm:order-none sm:basis-auto">
          {fill(texts.window, { from: from + 1, to: end, count })}
        </span>
        <Button disabled={end >= count} onClick={() => open(conversation, from + windowLength)}>
          {texts.next}
        </Button>
        <GoTo key={conversation} texts={texts} count={count} go={(to) => goTo(conversation, to)} />
      </div>
      {marked > 0 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button onClick={() => seek(conversation, current ?? from - 1)}>{texts.nextMarked}</Button>
          <span>{fill(texts.markedCount, { marked, impossible })}</span>
        </div>
      )}
    </nav>
  )
}

type GoToProps = { readonly texts: TracesTexts; readonly count: number; readonly go: (to: number) => void }

function GoTo({ texts, count, go }: GoToProps) {
  const [number, setNumber] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = Math.round(Number(number))
    if (number.trim() !== '' && Number.isFinite(wanted)) go(Math.min(count, Math.max(1, wanted)) - 1)
  }
  return (
    <form onSubmit={submit} className="flex items-center gap-2">
      <label className="flex items-center gap-2">
        {texts.segment}
        <input
          inputMode="numeric"
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          className="min-h-11 w-24 rounded-sm border border-edge bg-sheet px-2 tabular-nums"
        />
      </label>
      <Button type="submit">{texts.go}</Button>
    </form>
  )
}
