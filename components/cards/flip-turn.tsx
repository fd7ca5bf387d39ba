'use client'

import { useEffect, useRef, useState } from 'react'
import { makeAnswerId } from '@/components/practice/answer-id'
import { post } from '@/components/practice/send-answer'
import type { Recorded } from '@/components/review/outcome'
import { Rate } from '@/components/review/rate'
import type { Rating } from '@/lib/review/rating'
import type { FlipReply } from '@/lib/words/flip-exchange'
import type { PresentedFlip } from '@/lib/words/presented-flip'
import type { Left, PresentedCard } from '@/lib/words/review-exchange'
import { FlipCard } from './flip-card'
import { FlipHeader } from './flip-header'
import type { CardTexts } from './texts'

type Props = {
  readonly card: PresentedFlip
  readonly left: Left
  readonly locale: string
  readonly numberKeys: boolean
  /** Whether another card stood here before, so that the focus must be taken to this one. */
  readonly moved: boolean
  readonly texts: CardTexts
  /** Told whether the rating is on its way, or waits to be sent. */
  readonly onHeld: (isHeld: boolean) => void
  readonly onRecorded: (recorded: Recorded) => void
  /** Null where nothing is left. */
  readonly goOn: (next: PresentedCard | null, left: Left) => void
}

/** One own card among the questions of a review: turned, rated, and on to what comes next. */
export function FlipTurn({ card, left, locale, numberKeys, moved, texts, onHeld, onRecorded, goOn }: Props) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  // The same id for every try: a rating that arrived after all is not counted twice.
  const id = useRef<string | null>(null)
  const shownAt = useRef(0)
  const heading = useRef<HTMLHeadingElement>(null)
  // The card has come on the same page: whoever reads by ear is taken to it, and the time for it begins.
  useEffect(() => {
    shownAt.current = performance.now()
    if (moved) heading.current?.focus()
  }, [moved])
  async function rate(rating: Rating) {
    if (busy) return
    setBusy(true)
    onHeld(true)
    id.current ??= makeAnswerId()
    const sent = await post<FlipReply>('/api/v1/reviews/flips', {
      id: id.current,
      card: card.card,
      rating,
      tookMs: Math.round(performance.now() - shownAt.current),
      at: new Date().toISOString(),
      next: { of: 'review' },
      locale,
    })
    setBusy(false)
    onHeld(sent.kind === 'unsent')
    setRefused(sent.kind === 'marked' ? null : sent.kind === 'refused' ? sent.error : 'busy')
    if (sent.kind !== 'marked') return
    onRecorded({ ...sent, id: id.current })
    goOn(sent.next, sent.left)
  }
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6">
      <FlipHeader {...{ card, left, texts }} />
      <FlipCard sides={card.sides} byKey={numberKeys} {...{ texts, locale, heading }}>
        <Rate comesBack={card.comesBack} byKey={numberKeys} words={texts.review} {...{ busy, rate }} />
      </FlipCard>
      {refused !== null && (
        <p role="alert" className="text-wrong">
          {texts.review.refused[refused]}
        </p>
      )}
    </div>
  )
}
