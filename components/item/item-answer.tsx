import dynamic from 'next/dynamic'
import { type Draft, withFilled, withOption } from '@/components/practice/draft'
import type { PracticeTexts } from '@/components/practice/texts'
import type { Feedback, PresentedItem } from '@/lib/words/presented-item'
import { NotLoaded } from './not-loaded'
import { NumbersAnswer } from './numbers-answer'
import { OptionsList } from './options-list'
import { TextAnswer } from './text-answer'

// Dragging and the diagram are heavy, and most questions need neither: they are loaded when met, or shortly before
// (preload-answer.ts). A network that is gone by then must not take the whole page along. The import stands here itself,
// so that the server names its file in the page.
const OrderAnswer = dynamic(() =>
  import('./order-answer').then(
    (module) => module.OrderAnswer,
    () => NotLoaded,
  ),
)
const PlaceAnswer = dynamic(() =>
  import('./place-answer').then(
    (module) => module.PlaceAnswer,
    () => NotLoaded,
  ),
)
const FillAnswer = dynamic(() =>
  import('./fill-answer').then(
    (module) => module.FillAnswer,
    () => NotLoaded,
  ),
)

const none: readonly number[] = []

type Props = {
  readonly item: PresentedItem
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  /** Places of options that a hint has struck out. */
  readonly struck?: readonly number[]
  readonly feedback: Feedback | null
  readonly texts: PracticeTexts
}

/** What a person answers with, whatever the kind of the question. */
export function ItemAnswer({ item, draft, onDraft, struck = none, feedback, texts }: Props) {
  const answered = feedback !== null
  switch (item.control) {
    case 'choice':
    case 'several':
      return (
        <OptionsList
          several={item.control === 'several'}
          options={item.options}
          chosen={draft.chosen}
          struck={struck}
          onChoose={(index) => onDraft(withOption(item, draft, index))}
          right={feedback?.rightOptions ?? null}
          texts={texts}
        />
      )
    case 'order':
      return (
        <OrderAnswer
          options={item.options}
          order={draft.order}
          onOrder={(order) => onDraft({ ...draft, order })}
          right={feedback?.answer ?? null}
          texts={texts}
        />
      )
    case 'fill':
      return (
        <FillAnswer
          item={item}
          filled={draft.filled}
          struck={struck}
          onFill={(gap, option) => onDraft(withFilled(draft, gap, option))}
          right={feedback?.answer ?? null}
          texts={texts}
        />
      )
    case 'place':
      return (
        <PlaceAnswer
          place={item.place ?? 'state'}
          chosen={draft.place}
          onChoose={(place) => onDraft({ ...draft, place })}
          right={feedback?.rightPlace ?? null}
          answered={answered}
          texts={texts}
        />
      )
    case 'text':
      return (
        <TextAnswer
          value={draft.text}
          onChange={(text) => onDraft({ ...draft, text })}
          answered={answered}
          texts={texts}
        />
      )
    case 'numbers':
      return (
        <NumbersAnswer
          value={draft.numbers}
          onChange={(numbers) => onDraft({ ...draft, numbers })}
          answered={answered}
          texts={texts}
        />
      )
  }
}
