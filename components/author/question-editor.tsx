'use client'

import { useRef, useState, useTransition } from 'react'
import type { Sent } from '@/components/practice/send-answer'
import type { PracticeTexts } from '@/components/practice/texts'
import { Button } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import type { Act } from '@/components/ui/form/form-state'
import { Words } from '@/components/ui/words'
import type { Given } from '@/lib/items/shown'
import { states } from '@/lib/tcp/states'
import type { QuestionDraft } from '@/lib/teach/authored'
import type { AuthorPreview } from '@/lib/words/present-authored'
import { AuthorPreviewView } from './author-preview'
import { type Chosen, chosenIn, draftOf } from './chosen'
import { NumberBox, TextBox } from './controls'
import { type MachineFacts, MachineFields } from './machine-fields'
import { emptyProse, type ProseDraft, ProseFields } from './prose-fields'
import type { AuthorTexts, Choice } from './texts'
import type { Typed } from './typed'
import { useTyped } from './use-typed'

/** A draft as the machine sees it. */
export type Checked = { readonly draft: QuestionDraft; readonly preview: AuthorPreview }

type Props = {
  /** What is kept already, or what an author begins with. */
  readonly first: Checked
  readonly isNew: boolean
  /** Under this name what is typed and not kept yet survives a reload. */
  readonly draftName: string
  readonly check: (draft: QuestionDraft) => Promise<AuthorPreview>
  readonly mark: (draft: QuestionDraft, given: Given) => Promise<Sent>
  readonly save: Act
  readonly facts: MachineFacts
  readonly topics: readonly Choice<ProseDraft['topic']>[]
  readonly locale: string
  readonly texts: AuthorTexts
  readonly practiceTexts: PracticeTexts
}

/** Where a teacher makes a question. What the machine says to it comes from the server, with each change of what is chosen. */
export function QuestionEditor(props: Props) {
  const { first, isNew, draftName, check, mark, save, facts, topics, locale, texts, practiceTexts } = props
  const stateOfRule = (id: string) => {
    const from = facts.rules.find((rule) => rule.id === id)?.from
    return states.find((state) => state === from)
  }
  const { draft: kept } = first
  const startOfTyped: Typed = {
    kind: kept.kind,
    title: kept.kind === 'machine' ? kept.title : '',
    points: kept.points,
    chosen: chosenIn(kept.kind === 'machine' ? kept.machine : null, stateOfRule),
    prose: kept.kind === 'prose' ? kept : emptyProse,
  }
  const { typed, setTyped, isRestored, forget, startAnew } = useTyped(draftName, startOfTyped, (restored) =>
    look(draftIn(restored)),
  )
  const [checked, setChecked] = useState<Checked | null>(first)
  const [unreached, setUnreached] = useState(false)
  const [pending, startCheck] = useTransition()
  const turn = useRef(0)
  const fields = useRef<HTMLFieldSetElement>(null)

  const draft = draftIn(typed)

  /** Asks the machine about a draft; of several questions under way only the answer to the last counts. */
  function ask(asked: QuestionDraft) {
    turn.current += 1
    const own = turn.current
    startCheck(async () => {
      const preview = await check(asked).catch(() => null)
      if (own !== turn.current) return
      setUnreached(preview === null)
      if (preview !== null) setChecked({ draft: asked, preview })
    })
  }
  /** What is chosen of the machine is asked about at once; what is written is, when its author says so. */
  function look(asked: QuestionDraft) {
    setChecked(null)
    if (asked.kind === 'machine') ask(asked)
  }
  function choose(chosen: Chosen) {
    const next = { ...typed, chosen }
    setTyped(next)
    ask(draftIn(next))
  }
  function turnTo(kind: QuestionDraft['kind']) {
    const next = { ...typed, kind }
    setTyped(next)
    look(draftIn(next))
  }
  const preview = checked?.preview ?? null
  const { kind, title, points, chosen, prose } = typed
  return (
    <div className="flex flex-col gap-8">
      {isRestored && (
        <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2 border-accent border-l-4 pl-4">
          <p>{texts.restored}</p>
          <Button
            onClick={() => {
              startAnew()
              setChecked(first)
              // The button goes with its line: who pressed it by keys goes on at the first field.
              fields.current?.focus()
            }}
          >
            {texts.discard}
          </Button>
        </div>
      )}
      <fieldset ref={fields} tabIndex={-1} className="flex flex-wrap gap-x-6 gap-y-1 outline-none">
        <legend className="font-medium">{texts.how}</legend>
        {(['machine', 'prose'] as const).map((way) => (
          <label key={way} className="flex min-h-11 items-center gap-2">
            <input type="radio" name="how" className="size-5" checked={kind === way} onChange={() => turnTo(way)} />
            {way === 'machine' ? texts.byMachine : texts.byMe}
          </label>
        ))}
      </fieldset>
      {kind === 'machine' ? (
        <MachineFields onChoose={choose} {...{ chosen, facts, texts, practiceTexts }} />
      ) : (
        <ProseFields
          draft={prose}
          onChange={(changed) => setTyped({ ...typed, prose: changed })}
          {...{ topics, texts }}
        />
      )}
      <div className="grid max-w-2xl gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
        {kind === 'machine' && (
          <TextBox
            label={texts.name}
            hint={texts.nameHint}
            value={title}
            most={200}
            onChange={(to) => setTyped({ ...typed, title: to })}
          />
        )}
        <NumberBox
          label={texts.points}
          value={points}
          most={100}
          onChange={(changed) => setTyped({ ...typed, points: changed })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button onClick={() => ask(draft)} disabled={pending}>
          {texts.check}
        </Button>
        <p role="status" className={unreached && !pending ? 'text-wrong' : 'text-muted'}>
          {pending ? texts.checking : unreached ? texts.unreached : ''}
        </p>
      </div>
      {preview?.kind === 'refused' && (
        <p role="alert" className="border-wrong border-l-4 pl-4">
          <Words text={preview.why} />
        </p>
      )}
      {preview?.kind === 'shown' && checked !== null && (
        <AuthorPreviewView
          key={JSON.stringify(checked.draft)}
          shown={preview}
          mark={(given) => mark(checked.draft, given).catch(() => ({ kind: 'unsent' }) as const)}
          {...{ locale, texts, practiceTexts }}
        />
      )}
      <ActionForm act={save} onLeave={forget} submit={saveWords({ preview, isNew, texts })} errors={texts.errors}>
        <input type="hidden" name="draft" value={JSON.stringify(draft)} />
      </ActionForm>
    </div>
  )
}

/** The question as it is sent, of all that stands in the editor. */
function draftIn({ kind, title, points, chosen, prose }: Typed): QuestionDraft {
  return kind === 'machine' ? { kind, title, points, machine: draftOf(chosen) } : { ...prose, points }
}

function saveWords({
  preview,
  isNew,
  texts,
}: Pick<Props, 'isNew' | 'texts'> & { readonly preview: AuthorPreview | null }) {
  if (preview?.kind === 'shown' && preview.verdict === 'refuted') return texts.saveDraft
  return isNew ? texts.save : texts.saveVersion
}
