'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { noteReviewed } from '@/components/offline/reviewed'
import { makeAnswerId } from '@/components/practice/answer-id'
import { post } from '@/components/practice/send-answer'
import { LastRecorded } from '@/components/review/last-recorded'
import type { Recorded } from '@/components/review/outcome'
import { Rate } from '@/components/review/rate'
import { useUndo } from '@/components/review/use-undo'
import { Button } from '@/components/ui/button'
import type { Rating } from '@/lib/review/rating'
import type { FlipReply } from '@/lib/words/flip-exchange'
import type { PresentedFlip } from '@/lib/words/presented-flip'
import type { Left } from '@/lib/words/review-exchange'
import { FlipCard } from './flip-card'
import { FlipDone } from './flip-done'
import { FlipHeader } from './flip-header'
import type { CardTexts } from './texts'

type Props = {
  readonly first: PresentedFlip
  /** The card after the first one: it is there before it is asked for. */
  readonly second: PresentedFlip | null
  readonly left: Left
  /** The deck's name in addresses. */
  readonly deck: string
  readonly locale: string
  readonly numberKeys: boolean
  readonly texts: CardTexts
}

type Reply = FlipReply<PresentedFlip>

/** A rating that did not get there, and the card that was shown after it. */
type Unsent = { readonly review: ToSend; readonly next: PresentedFlip | null; readonly why: string }

/** A rating as it is sent. */
type ToSend = Readonly<Record<string, unknown>> & Pick<Recorded, 'id'>

/**
 * A deck, one card at a time in the order of the schedule: turned, rated, and at once the next, while the rating is on its
 * way. A rating that does not get there is kept and sent again before another can be given.
 */
export function FlipRun({ first, second, left: leftAtFirst, deck, locale, numberKeys, texts }: Props) {
  const [shown, setShown] = useState<{ readonly card: PresentedFlip | null; readonly turn: number }>({
    card: first,
    turn: 0,
  })
  const [ahead, setAhead] = useState(second)
  const [left, setLeft] = useState(leftAtFirst)
  const [rated, setRated] = useState<Recorded | null>(null)
  const [sending, setSending] = useState(false)
  const [unsent, setUnsent] = useState<Unsent | null>(null)
  const isHeld = sending || unsent !== null
  const undo = useUndo({ last: rated?.id ?? null, byKey: numberKeys, isHeld })
  const heading = useRef<HTMLHeadingElement>(null)
  const shownAt = useRef(0)
  const { card, turn } = shown
  // Another card on the same page: whoever reads by ear is taken to it, and the time for it begins.
  useEffect(() => {
    shownAt.current = performance.now()
    if (turn > 0) heading.current?.focus()
  }, [turn])

  const send = useCallback(
    async (review: ToSend, next: PresentedFlip | null) => {
      setSending(true)
      setUnsent(null)
      const sent = await post<Reply>('/api/v1/reviews/flips', review)
      setSending(false)
      if (sent.kind !== 'marked') {
        setUnsent({
          review,
          next,
          why: sent.kind === 'refused' ? (texts.review.refused[sent.error] ?? '') : texts.unsent,
        })
        return
      }
      setRated({ ...sent, id: review.id })
      noteReviewed()
      setLeft(sent.left)
      if (next === null) setShown(({ turn }) => ({ card: sent.next, turn: turn + 1 }))
      else setAhead(sent.next)
    },
    [texts],
  )
  const rate = useCallback(
    (rating: Rating) => {
      if (card === null || isHeld) return
      const next = ahead
      const review = {
        id: makeAnswerId(),
        card: card.card,
        rating,
        tookMs: Math.round(performance.now() - shownAt.current),
        at: new Date().toISOString(),
        next: { of: 'deck', deck, onScreen: next?.card ?? null },
        locale,
      }
      void send(review, next)
      if (next === null) return
      setAhead(null)
      setShown(({ turn }) => ({ card: next, turn: turn + 1 }))
      window.scrollTo({ top: 0 })
    },
    [card, ahead, isHeld, deck, locale, send],
  )

  return (
    <div className="flex flex-col gap-6">
      {card === null ? (
        <FlipDone title={texts.doneTitle} text={texts.done} link={{ href: `/${locale}/cards`, text: texts.toDecks }} />
      ) : (
        <>
          <FlipHeader {...{ card, left, texts }} />
          <FlipCard key={turn} sides={card.sides} byKey={numberKeys} {...{ texts, locale, heading }}>
            <Rate comesBack={card.comesBack} byKey={numberKeys} busy={isHeld} words={texts.review} rate={rate} />
          </FlipCard>
        </>
      )}
      {unsent !== null && (
        <div role="alert" className="flex flex-wrap items-center gap-4 border-wrong border-l-4 pl-4">
          <p className="text-wrong">{unsent.why}</p>
          <Button onClick={() => void send(unsent.review, unsent.next)}>{texts.retry}</Button>
        </div>
      )}
      <LastRecorded
        recorded={rated}
        sending={sending ? texts.sending : null}
        canUndo={!isHeld}
        undoText={texts.undo}
        words={texts.review}
        {...{ undo, locale }}
      />
      {numberKeys && <p className="hidden text-muted text-sm keyboard:block">{texts.keys}</p>}
    </div>
  )
}
