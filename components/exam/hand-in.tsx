import { type RefObject, useRef } from 'react'
import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import type { QuestionView } from './desk'
import type { ExamTexts } from './texts'

type Props = {
  readonly questions: readonly QuestionView[]
  readonly onGo: (position: number) => void
  readonly onHandIn: () => void
  readonly disabled: boolean
  readonly texts: ExamTexts
}

/** Handing in, asked once more: with what is not answered yet, each a way back to it. */
export function HandIn({ questions, onGo, onHandIn, disabled, texts }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const unanswered = questions.flatMap(({ answered }, position) => (answered ? [] : [position]))
  const flagged = questions.flatMap((view, position) => (view.flagged ? [position] : []))
  const close = () => dialog.current?.close()
  const go = (position: number) => {
    close()
    onGo(position)
  }
  const confirm = () => {
    close()
    onHandIn()
  }
  return (
    <>
      <Button look="primary" disabled={disabled} onClick={() => dialog.current?.showModal()}>
        {texts.handIn}
      </Button>
      <Confirm dialog={dialog} title={texts.handInTitle}>
        <p>{unanswered.length === 0 ? texts.handInAll : texts.handInSome}</p>
        <Places positions={unanswered} word={texts.unanswered} onGo={go} texts={texts} />
        {flagged.length > 0 && <p>{texts.handInFlagged}</p>}
        <Places positions={flagged} word={texts.flagged} onGo={go} texts={texts} />
        <p className="text-muted">{texts.handInFinal}</p>
        <div className="flex flex-wrap gap-4">
          <Button look="primary" onClick={confirm}>
            {texts.handInYes}
          </Button>
          <Button onClick={close}>{texts.handInNo}</Button>
        </div>
      </Confirm>
    </>
  )
}

type PlacesProps = {
  readonly positions: readonly number[]
  /** What is said of each, beside its number. */
  readonly word: string
  readonly onGo: (position: number) => void
  readonly texts: ExamTexts
}

function Places({ positions, word, onGo, texts }: PlacesProps) {
  if (positions.length === 0) return null
  return (
    <ul className="grid max-h-40 grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1.5 overflow-y-auto p-1">
      {positions.map((position) => (
        <li key={position}>
          <button
            type="button"
            onClick={() => onGo(position)}
            aria-label={`${fill(texts.goTo, { number: position + 1 })}, ${word}`}
            className="min-h-11 w-full rounded-sm border border-edge bg-paper font-mono"
          >
            {position + 1}
          </button>
        </li>
      ))}
    </ul>
  )
}

type ConfirmProps = {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly title: string
  readonly children: React.ReactNode
}

function Confirm({ dialog, title, children }: ConfirmProps) {
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      className="m-auto max-h-[90dvh] w-[min(36rem,calc(100vw-2rem))] rounded-sm border border-edge bg-sheet p-5 text-ink backdrop:bg-ink/40"
    >
      <div className="flex flex-col gap-4">
        <h2>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
