import { fill } from '@/components/practice/fill'
import type { PresentedFlip } from '@/lib/words/presented-flip'
import type { Left } from '@/lib/words/review-exchange'
import type { CardTexts } from './texts'

type Props = { readonly card: PresentedFlip; readonly left: Left; readonly texts: CardTexts }

/** What the card is about, and what is left for today. */
export function FlipHeader({ card: { isNew, sides }, left, texts }: Props) {
  return (
    <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 text-muted">
      <p>
        {isNew && <strong className="mr-3 text-ink">{texts.review.new}</strong>}
        {sides.kind === 'fact' ? sides.topic : texts.own}
      </p>
      <p role="status">{fill(texts.review.left, { due: left.due, fresh: left.fresh, steps: left.steps })}</p>
    </header>
  )
}
