import { fill } from '@/components/practice/fill'
import type { QuestionView } from './desk'
import type { ExamTexts } from './texts'

type Props = {
  readonly questions: readonly QuestionView[]
  readonly current: number
  readonly onGo: (position: number) => void
  readonly texts: ExamTexts
}

/** All questions at a glance: which are answered, flagged, open, or not saved. A sign stands beside each colour. */
export function Navigator({ questions, current, onGo, texts }: Props) {
  return (
    <nav aria-label={texts.questionsTitle}>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1.5">
        {questions.map(({ answered, flagged, saving }, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question's place in the paper is its name
          <li key={position}>
            <button
              type="button"
              onClick={() => onGo(position)}
              aria-current={position === current ? 'step' : undefined}
              aria-label={nameOf(position, { answered, flagged, saving }, texts)}
              className={`relative flex min-h-11 w-full items-center justify-center rounded-sm border font-mono aria-[current]:ring-2 aria-[current]:ring-ink ${answered ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-sheet'}`}
            >
              {position + 1}
              {flagged && (
                <span aria-hidden="true" className="absolute top-0 right-1 text-xs">
                  ⚑
                </span>
              )}
              {saving === 'failed' && (
                <span aria-hidden="true" className="absolute top-0 left-1 font-bold text-xs">
                  !
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function nameOf(
  position: number,
  { answered, flagged, saving }: Omit<QuestionView, 'draft'>,
  texts: ExamTexts,
): string {
  const parts = [
    fill(texts.goTo, { number: position + 1 }),
    answered ? texts.answered : texts.unanswered,
    flagged && texts.flagged,
    saving === 'failed' && texts.markNotSaved,
  ]
  return parts.filter((part) => part !== false).join(', ')
}
