'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { preloadAnswer } from '@/components/item/preload-answer'
import { fill } from '@/components/practice/fill'
import { type Answered, Question } from '@/components/practice/question'
import { post, type Sent } from '@/components/practice/send-answer'
import type { PracticeTexts } from '@/components/practice/texts'
import { Button, buttonClass } from '@/components/ui/button'
import type { Rating } from '@/lib/review/rating'
import type { CheckReply, Left, PresentedCard, PresentedQuestion, ReviewReply } from '@/lib/words/review-exchange'
import { Help, useHint } from './help'
import { Outcome, type Recorded } from './outcome'
import { Rate } from './rate'
import type { ReviewTexts } from './texts'
import type { Undo } from './use-undo'

export type ReviewRunProps = {
  readonly first: PresentedQuestion
  readonly left: Left
  readonly locale: string
  /** Whether keys without a modifier act by themselves. */
  readonly numberKeys: boolean
  /** Whether the learner rates their own memory, after the verdict. */
  readonly selfRating: boolean
  /** Whether a wrong answer may be changed once, where the answer rates. */
  readonly secondTry: boolean
  readonly texts: PracticeTexts
  readonly words: ReviewTexts
  /** Whether another card stood here before, so that the focus must be taken to this one. */
  readonly moved?: boolean
  readonly undo: Undo
  /** Told whether an answer or its rating is on its way, or waits to be sent. */
  readonly onHeld: (isHeld: boolean) => void
  readonly onRecorded: (recorded: Recorded) => void
  /** Takes over where the next card is not asked but flipped. */
  readonly pass: (next: PresentedCard, left: Left) => void
}

/** A review, one card at a time: answer, feedback with when it comes back, next. The next card is there already. */
export function ReviewRun({
  first,
  left: leftAtFirst,
  locale,
  numberKeys,
  selfRating,
  secondTry,
  texts,
  words,
  moved: isMoved = false,
  undo,
  onHeld,
  onRecorded,
  pass,
}: ReviewRunProps) {
  const [card, setCard] = useState(first)
  const [left, setLeft] = useState(leftAtFirst)
  const [reply, setReply] = useState<Accepted | null>(null)
  const [toRate, setToRate] = useState<ToRate | null>(null)
  const [busy, setBusy] = useState(false)
  const [unrated, setUnrated] = useState<string | null>(null)
  const [sure, setSure] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(isMoved)
  // The card has changed on the same page: whoever reads by ear is taken to it.
  useEffect(() => {
    if (moved.current) heading.current?.focus()
    moved.current = card !== first || moved.current
  }, [card, first])
  const hinted = useHint(card, locale)

  const accept = useCallback(
    (accepted: Accepted) => {
      setReply(accepted)
      setLeft(accepted.left)
      onRecorded(accepted)
      if (accepted.next?.kind === 'question') preloadAnswer(accepted.next.question)
    },
    [onRecorded],
  )
  async function send({ isSecondTry, ...answered }: Answered): Promise<Sent> {
    const { card: cardId, handle, seed } = card
    const helped = isSecondTry || hinted.hint !== null
    const showing = { card: cardId, handle, seed, locale }
    const review = { ...answered, ...showing, at: new Date().toISOString(), sure, helped, rating: null }
    onHeld(true)
    if (selfRating) {
      const checked = await post<CheckReply>('/api/v1/reviews/check', review)
      if (checked.kind === 'marked') setToRate({ review, comesBack: checked.comesBack })
      // What is to be rated yet is not kept anywhere but here.
      onHeld(checked.kind === 'marked' || checked.kind === 'unsent')
      return checked
    }
    const sent = await post<ReviewReply>('/api/v1/reviews', { ...review, mayTryAgain: secondTry && !isSecondTry })
    onHeld(sent.kind === 'unsent')
    if (sent.kind === 'marked') accept({ ...sent, id: review.id })
    return sent
  }
  const rate = useCallback(
    async (rating: Rating) => {
      if (toRate === null) return
      setBusy(true)
      const sent = await post<ReviewReply>('/api/v1/reviews', { ...toRate.review, rating })
      setBusy(false)
      setUnrated(sent.kind === 'marked' ? null : sent.kind === 'refused' ? sent.error : 'busy')
      if (sent.kind !== 'marked') return
      setToRate(null)
      onHeld(false)
      accept({ ...sent, id: toRate.review.id })
    },
    [toRate, accept, onHeld],
  )
  const goOn = (next: PresentedCard) => {
    if (next.kind === 'flip') return pass(next, left)
    setCard(next)
    setReply(null)
    setSure(false)
    window.scrollTo({ top: 0 })
  }

  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 text-muted">
        <p>
          {card.isNew && <strong className="mr-3 text-ink">{words.new}</strong>}
          {card.question.topic}
        </p>
        <p role="status">{fill(words.left, { due: left.due, fresh: left.fresh, steps: left.steps })}</p>
      </header>
      <Question
        key={`${card.card} ${card.seed}`}
        item={card.question}
        draftName={`${card.card} ${card.seed}`}
        {...{ locale, numberKeys, texts: { ...texts, refused: words.refused }, heading, send }}
        struck={hinted.hint?.struck ?? none}
        secondTry={words}
        aside={
          <>
            {!selfRating && (
              <label className="flex min-h-11 items-center gap-2" title={words.sureHint}>
                <input
                  type="checkbox"
                  className="size-5"
                  checked={sure}
                  onChange={(event) => setSure(event.target.checked)}
                />
                {words.sure}
              </label>
            )}
            <Help hinted={hinted} words={words} />
          </>
        }
        proceed={
          toRate !== null ? (
            <>
              <Rate comesBack={toRate.comesBack} byKey={numberKeys} {...{ busy, words, rate }} />
              {unrated !== null && (
                <p role="alert" className="mt-3 text-wrong">
                  {words.refused[unrated]}
                </p>
              )}
            </>
          ) : (
            reply !== null && (
              <div className="flex flex-col gap-4">
                <Outcome recorded={reply} {...{ locale, words }} />
                <div className="flex flex-wrap gap-4">
                  <Next {...{ reply, locale, words, goOn }} />
                  <Button onClick={undo.take}>{words.undo}</Button>
                </div>
              </div>
            )
          )
        }
      />
    </div>
  )
}

const none: readonly number[] = []

/** What the server said of the review with this id. */
type Accepted = ReviewReply & Pick<Recorded, 'id'>

/** An answer that waits for the rating of whoever gave it. */
type ToRate = {
  /** As it is sent once the rating is known. */
  readonly review: Readonly<Record<string, unknown>> & Pick<Recorded, 'id'>
  readonly comesBack: CheckReply['comesBack']
}

type NextProps = {
  readonly reply: ReviewReply
  readonly locale: string
  readonly words: ReviewTexts
  readonly goOn: (next: PresentedCard) => void
}

function Next({ reply: { next }, locale, words, goOn }: NextProps) {
  if (next === null)
    return (
      <a className={buttonClass('primary')} href={`/${locale}/review`} data-proceed>
        {words.done}
      </a>
    )
  return (
    <Button look="primary" onClick={() => goOn(next)} data-proceed>
      {words.next}
    </Button>
  )
}
