'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/ui/form/use-act'

/** A line of a list, and what would become of it. */
export type PreviewLine = {
  readonly line: number
  readonly kind: 'new' | 'known' | 'twice' | 'wrong'
  readonly told: string
  readonly becomes: string
}

export type RosterState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'refused'; readonly text: string; readonly error: string }
  | {
      readonly kind: 'preview'
      readonly text: string
      readonly lines: readonly PreviewLine[]
      /** How many there are of each kind, in words. */
      readonly told: readonly { readonly kind: PreviewLine['kind']; readonly text: string }[]
      /** What the button says that adds them; null where nothing can be added. */
      readonly add: string | null
    }
  | { readonly kind: 'added'; readonly said: string }

type Props = {
  readonly act: (before: RosterState, form: FormData) => Promise<RosterState>
  readonly words: Readonly<
    Record<
      'text' | 'placeholder' | 'file' | 'fileHint' | 'check' | 'preview' | 'line' | 'person' | 'becomes' | 'busy',
      string
    >
  >
}

const untouched: RosterState = { kind: 'untouched' }

/** A list of people to be added: pasted or from a file, shown line by line before anything is written. */
export function RosterForm({ act, words }: Props) {
  const id = useId()
  const { state, action, pending, send } = useAct<RosterState>({
    act,
    untouched,
    unreached: (form) => ({ kind: 'refused', text: String(form.get('text') ?? ''), error: words.busy }),
  })
  const text = state.kind === 'refused' || state.kind === 'preview' ? state.text : ''
  return (
    <div className="flex flex-col gap-6">
      <form
        action={action}
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
        className="flex flex-col gap-4"
      >
        <input type="hidden" name="step" value="check" />
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-text`} className="font-medium">
            {words.text}
          </label>
          <textarea
            // A new text, from a file or after adding, is a new field.
            key={`${state.kind} ${text}`}
            id={`${id}-text`}
            name="text"
            rows={8}
            defaultValue={text}
            placeholder={words.placeholder}
            spellCheck={false}
            aria-invalid={state.kind === 'refused'}
            aria-describedby={state.kind === 'refused' ? `${id}-error` : undefined}
            className="w-full rounded-sm border border-edge bg-sheet px-3 py-2 font-mono text-sm aria-[invalid=true]:border-wrong"
          />
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-file`} className="font-medium">
            {words.file}
          </label>
          <input
            id={`${id}-file`}
            name="file"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            aria-describedby={`${id}-hint`}
            className="min-h-11 max-w-full text-sm file:mr-3 file:min-h-11 file:rounded-sm file:border file:border-edge file:bg-sheet file:px-4"
          />
          <p id={`${id}-hint`} className="text-muted text-sm">
            {words.fileHint}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <Button
            type="submit"
            look={state.kind === 'preview' && state.add !== null ? 'plain' : 'primary'}
            disabled={pending}
          >
            {words.check}
          </Button>
          {state.kind === 'refused' && !pending && (
            <p id={`${id}-error`} role="alert" className="text-wrong">
              {state.error}
            </p>
          )}
          <p role="status" className="text-correct">
            {state.kind === 'added' && !pending ? state.said : ''}
          </p>
        </div>
      </form>
      {state.kind === 'preview' && (
        <section className="flex flex-col gap-4" aria-labelledby={`${id}-preview`}>
          <h3 id={`${id}-preview`} className="font-semibold">
            {words.preview}
          </h3>
          <div role="status">
            <ul className="flex flex-col gap-1">
              {state.told.map(({ kind, text: told }) => (
                <li key={kind} className={kind === 'wrong' ? 'text-wrong' : ''}>
                  {told}
                </li>
              ))}
            </ul>
          </div>
          <PreviewTable lines={state.lines} words={words} />
          {state.add !== null && (
            <form
              action={action}
              onSubmit={(event) => {
                event.preventDefault()
                send(new FormData(event.currentTarget))
              }}
            >
              <input type="hidden" name="step" value="add" />
              <input type="hidden" name="text" value={state.text} />
              <Button type="submit" look="primary" disabled={pending}>
                {state.add}
              </Button>
            </form>
          )}
        </section>
      )}
    </div>
  )
}

type TableProps = { readonly lines: readonly PreviewLine[]; readonly words: Props['words'] }

/** Wrong lines stand first: they are what is to be done. */
function PreviewTable({ lines, words }: TableProps) {
  const sorted = [...lines].sort((one, other) => Number(other.kind === 'wrong') - Number(one.kind === 'wrong'))
  return (
    // It scrolls by itself, and so by keys: a list of hundreds does not push the button away.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys (WCAG 2.1.1)
    <section tabIndex={0} aria-label={words.preview} className="max-h-96 overflow-auto border border-rule">
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="border-rule border-b">
            <th scope="col" className="px-3 py-2 font-medium">
              {words.line}
            </th>
            <th scope="col" className="px-3 py-2 font-medium">
              {words.person}
            </th>
            <th scope="col" className="px-3 py-2 font-medium">
              {words.becomes}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-rule">
          {sorted.map(({ line, kind, told, becomes }) => (
            <tr key={line}>
              <td className="px-3 py-2 align-top tabular-nums">{line}</td>
              <td className="px-3 py-2 align-top [overflow-wrap:anywhere]">{told}</td>
              <td
                className={`px-3 py-2 align-top ${kind === 'wrong' ? 'text-wrong' : kind === 'new' ? 'text-correct' : 'text-muted'}`}
              >
                {becomes}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
