'use client'

import { useCallback, useState } from 'react'
import { FlipDone } from '@/components/cards/flip-done'
import { FlipTurn } from '@/components/cards/flip-turn'
import type { CardTexts } from '@/components/cards/texts'
import { noteReviewed } from '@/components/offline/reviewed'
import type { Left, PresentedCard } from '@/lib/words/review-exchange'
import { LastRecorded } from './last-recorded'
import type { Recorded } from './outcome'
import { ReviewRun, type ReviewRunProps } from './review-run'
import { useUndo } from './use-undo'

type Props = Omit<ReviewRunProps, 'first' | 'undo' | 'onHeld' | 'onRecorded' | 'pass'> & {
  readonly first: PresentedCard
  readonly cards: CardTexts
}

/** As wide as a card that is flipped, and where it stands. */
const flipped = 'mx-auto w-full max-w-3xl'

/** The review: questions, and the learner's own cards among them, which are flipped. */
export function Review({ first, left, cards, ...rest }: Props) {
  const [turn, setTurn] = useState<{ card: PresentedCard | null; left: Left; number: number }>({
    card: first,
    left,
    number: 0,
  })
  const [last, setLast] = useState<(Recorded & { readonly isFlip: boolean }) | null>(null)
  const [isHeld, setHeld] = useState(false)
  const { locale, numberKeys, words } = rest
  const undo = useUndo({ last: last?.id ?? null, byKey: numberKeys, isHeld })
  const goOn = (card: PresentedCard | null, leftNow: Left) => {
    setTurn(({ number }) => ({ card, left: leftNow, number: number + 1 }))
    window.scrollTo({ top: 0 })
  }
  const record = useCallback((recorded: Recorded, isFlip: boolean) => {
    setLast({ ...recorded, isFlip })
    noteReviewed()
  }, [])
  const { card, number } = turn
  return (
    <>
      {card === null ? (
        <div className={flipped}>
          <FlipDone title={cards.doneTitle} text={null} link={{ href: `/${locale}/review`, text: words.done }} />
        </div>
      ) : card.kind === 'flip' ? (
        <FlipTurn
          key={number}
          texts={cards}
          moved={number > 0}
          left={turn.left}
          onHeld={setHeld}
          onRecorded={(recorded) => record(recorded, true)}
          {...{ card, locale, numberKeys, goOn }}
        />
      ) : (
        <ReviewRun
          key={number}
          first={card}
          moved={number > 0}
          left={turn.left}
          onHeld={setHeld}
          onRecorded={(recorded) => record(recorded, false)}
          pass={goOn}
          {...{ undo, ...rest }}
        />
      )}
      {/* A question says below its own verdict what it came to. */}
      <div className={card?.kind === 'question' ? 'max-w-3xl' : flipped}>
        <LastRecorded
          recorded={last?.isFlip === true || card?.kind === 'flip' ? last : null}
          sending={null}
          canUndo={!isHeld}
          undoText={words.undo}
          {...{ undo, locale, words }}
        />
      </div>
    </>
  )
}
