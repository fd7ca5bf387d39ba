import { Button } from '@/components/ui/button'
import { Outcome, type Recorded } from './outcome'
import type { ReviewTexts } from './texts'
import type { Undo } from './use-undo'

type Props = {
  /** The card before the one on the page, once its rating is on the server. */
  readonly recorded: Recorded | null
  /** What is said instead, while something is on its way. */
  readonly sending: string | null
  readonly undo: Undo
  readonly canUndo: boolean
  readonly locale: string
  readonly undoText: string
  readonly words: ReviewTexts
}

/** Below a card: what became of the one before it, and the button that takes that back. */
export function LastRecorded({ recorded, sending, undo, canUndo, locale, undoText, words }: Props) {
  return (
    <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 text-muted">
      <div role="status">{sending ?? (recorded !== null && <Outcome {...{ recorded, locale, words }} />)}</div>
      {recorded !== null && canUndo && <Button onClick={undo.take}>{undoText}</Button>}
      {undo.refused !== null && (
        <p role="alert" className="text-wrong">
          {words.refused[undo.refused]}
        </p>
      )}
    </footer>
  )
}
