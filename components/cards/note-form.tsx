'use client'

import { useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useAct } from '@/components/ui/form/use-act'
import { readTab, writeTab } from '@/components/ui/tab-storage'
import type { PresentedSides, PresentedVerdict } from '@/lib/words/presented-sides'
import { MarkdownView } from './markdown-view'
import { parseNoteDraft, type Typed, typedIn } from './note-draft'
import { Verdicts } from './verdicts'

type Shown = {
  readonly preview: Extract<PresentedSides, { kind: 'note' }>
  readonly verdicts: readonly PresentedVerdict[]
  /** The claims that fail, by which a second try is known. */
  readonly warnedOf: string
  readonly typed: Typed
}

/** What became of an own card that was sent. */
export type NoteState =
  | { readonly kind: 'untouched' }
  | ({ readonly kind: 'previewed' | 'warned' } & Shown)
  | { readonly kind: 'refused'; readonly error: string; readonly typed: Typed }

const words = [
  'front',
  'back',
  'sideHint',
  'deck',
  'noDeck',
  'preview',
  'save',
  'saveAnyway',
  'warning',
  'verdicts',
  'unchecked',
] as const

export type NoteFormTexts = Readonly<Record<(typeof words)[number], string>>

type Props = {
  readonly act: (before: NoteState, form: FormData) => Promise<NoteState>
  readonly note: Typed
  /** Under this name what is typed and not kept yet survives a reload. */
  readonly draftName: string
  readonly decks: readonly { readonly id: string; readonly name: string }[]
  readonly texts: NoteFormTexts
  readonly errors: Readonly<Record<string, string>>
}

const box = 'w-full rounded-sm border border-edge bg-sheet px-3 py-2 aria-[invalid=true]:border-wrong'

const untouched: NoteState = { kind: 'untouched' }

/** Two sides to write, with a preview and what the machine says to the claims on them. It works without scripts too. */
export function NoteForm({ act, note, draftName, decks, texts, errors }: Props) {
  const key = `timewait.note.${draftName}`
  const { state, action, pending, send } = useAct({
    act,
    untouched,
    unreached: (form): NoteState => ({ kind: 'refused', error: 'unreached', typed: typedIn(form) }),
    onLeave: () => writeTab(key, null),
  })
  const form = useRef<HTMLFormElement>(null)
  // The server knows of no draft, so what was kept is put back when its page stands; not over what was typed meanwhile.
  useEffect(() => {
    const kept = parseNoteDraft(readTab(key))
    for (const [name, text] of Object.entries(kept ?? {})) {
      const field = form.current?.elements.namedItem(name)
      if (field instanceof HTMLTextAreaElement && field.value === field.defaultValue) field.value = text
      if (field instanceof HTMLSelectElement) field.value = text
    }
  }, [key])
  const id = useId()
  const typed = state.kind === 'untouched' ? note : state.typed
  const outcome = useRef<HTMLDivElement>(null)
  // What was sent has come to something, below the form: whoever reads by ear is taken there, or to the side that is wrong.
  useEffect(() => {
    if (state.kind !== 'untouched') outcome.current?.focus()
  }, [state])
  const isWrong = (side: 'front' | 'back') => state.kind === 'refused' && state.error.startsWith(side)
  const shown = state.kind === 'previewed' || state.kind === 'warned' ? state : null
  return (
    <form
      ref={form}
      action={action}
      // Written down with every change, for nobody says before they reload.
      onInput={(event) => writeTab(key, JSON.stringify(typedIn(new FormData(event.currentTarget))))}
      onSubmit={(event) => {
        // React empties a form after its action, and what was typed would be lost.
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        send(new FormData(event.currentTarget, submitter))
      }}
      className="flex flex-col gap-6"
    >
      <div className="grid gap-6 lg:grid-cols-2">
        {(['front', 'back'] as const).map((side) => (
          <div key={side} className="flex flex-col gap-1">
            <label htmlFor={`${id}-${side}`} className="font-medium">
              {texts[side]}
            </label>
            <textarea
              id={`${id}-${side}`}
              name={side}
              rows={7}
              defaultValue={typed[side]}
              aria-invalid={isWrong(side)}
              aria-describedby={`${id}-${side}-hint`}
              className={box}
            />
            <p id={`${id}-${side}-hint`} className="text-muted text-sm">
              {texts.sideHint}
            </p>
          </div>
        ))}
      </div>
      <div className="flex max-w-sm flex-col gap-1">
        <label htmlFor={`${id}-deck`} className="font-medium">
          {texts.deck}
        </label>
        <select id={`${id}-deck`} name="deck" defaultValue={typed.deck} className={`${box} min-h-11`}>
          <option value="">{texts.noDeck}</option>
          {decks.map((deck) => (
            <option key={deck.id} value={deck.id}>
              {deck.name}
            </option>
          ))}
        </select>
      </div>
      <input type="hidden" name="warnedOf" value={shown?.warnedOf ?? ''} />
      <div ref={outcome} tabIndex={-1} className="flex flex-col gap-6 outline-none">
        {state.kind === 'refused' && (
          <p role="alert" className="text-wrong">
            {errors[state.error] ?? state.error}
          </p>
        )}
        {state.kind === 'warned' && (
          <p role="alert" className="border-wrong border-l-4 pl-4">
            {texts.warning}
          </p>
        )}
        {shown !== null && <Preview shown={shown} texts={texts} />}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" name="intent" value="save" disabled={pending}>
          {shown !== null && shown.warnedOf !== '' ? texts.saveAnyway : texts.save}
        </Button>
        <Button type="submit" name="intent" value="preview" disabled={pending}>
          {texts.preview}
        </Button>
      </div>
    </form>
  )
}

function Preview({ shown: { preview, verdicts }, texts }: { readonly shown: Shown; readonly texts: NoteFormTexts }) {
  return (
    <section aria-label={texts.preview} className="flex flex-col gap-4">
      <h2>{texts.preview}</h2>
      <div className="grid gap-4 md:grid-cols-2">
        {(['front', 'back'] as const).map((side) => (
          <div key={side} className="flex min-w-0 flex-col gap-3 rounded-sm border border-edge bg-sheet p-4">
            <p className="text-muted text-sm">{texts[side]}</p>
            <MarkdownView blocks={preview[side]} />
          </div>
        ))}
      </div>
      {verdicts.length > 0 ? (
        <Verdicts title={texts.verdicts} verdicts={verdicts} />
      ) : (
        <p className="text-muted">{texts.unchecked}</p>
      )}
    </section>
  )
}
