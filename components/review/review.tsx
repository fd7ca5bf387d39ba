'use client'

import { useState } from 'react'
import { FlipTurn } from '@/components/cards/flip-turn'
import type { CardTexts } from '@/components/cards/texts'
import type { Left, PresentedCard } from '@/lib/words/review-exchange'
import { ReviewRun, type ReviewRunProps } from './review-run'

type Props = Omit<ReviewRunProps, 'first' | 'pass'> & { readonly first: PresentedCard; readonly cards: CardTexts }

/** The review: questions, and the learner's own cards among them, which are flipped. */
export function Review({ first, left, cards, ...rest }: Props) {
  const [turn, setTurn] = useState({ card: first, left, number: 0 })
  const goOn = (card: PresentedCard, leftNow: Left) => {
    setTurn(({ number }) => ({ card, left: leftNow, number: number + 1 }))
    window.scrollTo({ top: 0 })
  }
  const { card, number } = turn
  const { locale, numberKeys } = rest
  return card.kind === 'flip' ? (
    <FlipTurn key={number} texts={cards} moved={number > 0} left={turn.left} {...{ card, locale, numberKeys, goOn }} />
  ) : (
    <ReviewRun key={number} first={card} left={turn.left} pass={goOn} {...rest} />
  )
}
