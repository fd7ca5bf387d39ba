import { type ReactNode, type RefObject, useCallback } from 'react'
import { EndpointView } from '@/components/item/endpoint-view'
import { ItemAnswer } from '@/components/item/item-answer'
import { ItemPicture } from '@/components/item/item-picture'
import { ProseView } from '@/components/item/prose-view'
import { type Draft, emptyDraft, givenBy, withOption } from '@/components/practice/draft'
import type { PracticeTexts } from '@/components/practice/texts'
import { useNumberKeys } from '@/components/practice/use-number-keys'
import { Button } from '@/components/ui/button'
import { Words } from '@/components/ui/words'
import type { Given } from '@/lib/items/shown'
import type { PresentedItem } from '@/lib/words/presented-item'
import type { QuestionView } from './desk'
import type { ExamTexts } from './texts'

type Props = {
  readonly item: PresentedItem
  readonly view: QuestionView
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly onAnswer: (draft: Draft | null, given: Given | null) => void
  readonly disabled: boolean
  /** Whether 1 to 9 choose an option. */
  readonly singleKeys: boolean
  readonly texts: ExamTexts & PracticeTexts
  readonly children: ReactNode
}

/** One question of a running exam: it can be answered, answered anew and taken back, and says nothing of what is right. */
export function ExamQuestion({ item, view, heading, onAnswer, disabled, singleKeys, texts, children }: Props) {
  const draft = view.draft ?? emptyDraft(item)
  const answer = useCallback((next: Draft) => onAnswer(next, givenBy(item, next)), [item, onAnswer])
  const choose = useCallback(
    (index: number) => {
      if (index < item.options.length && item.control !== 'order') answer(withOption(item, draft, index))
    },
    [item, draft, answer],
  )
  useNumberKeys(choose, singleKeys && !disabled && (item.control === 'choice' || item.control === 'several'))
  return (
    <section className="flex flex-col gap-5">
      <h2 ref={heading} tabIndex={-1} className="outline-none [&_code]:whitespace-normal">
        <Words text={item.stem} />
      </h2>
      {item.prose !== null && <ProseView prose={item.prose} />}
      {item.endpoint !== null && <EndpointView endpoint={item.endpoint} texts={texts} />}
      {item.control !== 'fill' && <ItemPicture item={item} texts={texts} />}
      <fieldset className="flex min-w-0 flex-col gap-2" disabled={disabled}>
        <legend className="mb-2 text-muted text-sm">
          <Words text={item.hint} />
        </legend>
        <ItemAnswer {...{ item, draft, texts }} feedback={null} onDraft={answer} />
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        {children}
        {item.control === 'order' && !view.answered && (
          <Button disabled={disabled} onClick={() => answer(draft)}>
            {texts.keepOrder}
          </Button>
        )}
        {view.answered && (
          <Button disabled={disabled} onClick={() => onAnswer(null, null)}>
            {texts.clear}
          </Button>
        )}
        {(view.answered || view.saving !== 'saved') && (
          <p className={`text-sm ${view.saving === 'failed' ? 'text-wrong' : 'text-muted'}`}>
            {view.saving === 'saved' ? texts.oneSaved : view.saving === 'saving' ? texts.oneSaving : texts.oneNotSaved}
          </p>
        )}
      </div>
    </section>
  )
}
