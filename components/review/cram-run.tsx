'use client'

import { useEffect, useRef, useState } from 'react'
import { preloadAnswer } from '@/components/item/preload-answer'
import { fill } from '@/components/practice/fill'
import { type Answered, Question } from '@/components/practice/question'
import { post, type Sent } from '@/components/practice/send-answer'
import type { PracticeTexts } from '@/components/practice/texts'
import { Button, buttonClass } from '@/components/ui/button'
import type { CramReply, PresentedQuestion } from '@/lib/words/review-exchange'
import { askOn, type Turn } from './ask-on'
import type { CramTexts } from './cram-texts'

type Props = {
  readonly first: PresentedQuestion
  /** The cards after the first, in their order. */
  readonly others: readonly Turn[]
  /** How many of those that were meant can be asked no more. */
  readonly leftOut: number
  readonly locale: string
  readonly numberKeys: boolean
  readonly texts: PracticeTexts
  readonly words: CramTexts
}

/** Cards gone through aside from the schedule: what was wrong comes again in another form, until each was right once. */
export function CramRun({ first, others, leftOut: leftOutAtFirst, locale, numberKeys, texts, words }: Props) {
  const [card, setCard] = useState(first)
  const [left, setLeft] = useState<readonly Turn[]>(others)
  const [leftOut, setLeftOut] = useState(leftOutAtFirst)
  const [reply, setReply] = useState<CramReply | null>(null)
  const [right, setRight] = useState(0)
  const [answers, setAnswers] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  // The card has changed on the same page: whoever reads by ear is taken to it.
  useEffect(() => {
    if (moved.current) heading.current?.focus()
    moved.current = card !== first || moved.current
  }, [card, first])
  const length = others.length + 1 - (leftOut - leftOutAtFirst)

  async function send({ given }: Answered): Promise<Sent> {
    const { card: cardId, handle, seed } = card
    // Where nothing else is left, a wrong answer asks this card again.
    const again: Turn = { card: cardId, seed: (seed + 1) % 2_147_483_647 }
    const answer = { card: cardId, handle, seed, given, locale }
    const asked = await askOn(left, again, (next) => post<CramReply>('/api/v1/reviews/cram', { ...answer, next }))
    const { sent } = asked
    if (sent.kind !== 'marked') return sent
    setReply(asked.left.length === 0 ? { ...sent, next: null } : sent)
    setLeft(asked.left)
    setLeftOut((count) => count + asked.leftOut)
    setRight((count) => count + (sent.feedback.right ? 1 : 0))
    setAnswers((count) => count + 1)
    if (sent.next !== null) preloadAnswer(sent.next.question)
    return sent
  }
  const goOn = (next: PresentedQuestion) => {
    setCard(next)
    setLeft((turns) => turns.slice(1))
    setReply(null)
    window.scrollTo({ top: 0 })
  }

  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 text-muted">
        <p>
          <strong className="mr-3 text-ink">{words.aside}</strong>
          {card.question.topic}
        </p>
        <div role="status" className="text-right">
          <p>{fill(words.progress, { right, length, answers })}</p>
          {leftOut > 0 && <p className="text-sm">{fill(words.leftOut, { count: leftOut })}</p>}
        </div>
      </header>
      <Question
        key={`${card.card} ${card.seed}`}
        item={card.question}
        draftName={`cram ${card.card} ${card.seed}`}
        {...{ locale, numberKeys, texts: { ...texts, refused: words.refused }, heading, send }}
        proceed={reply !== null && <Proceed {...{ reply, locale, words, goOn }} />}
      />
    </div>
  )
}

type ProceedProps = {
  readonly reply: CramReply
  readonly locale: string
  readonly words: CramTexts
  readonly goOn: (next: PresentedQuestion) => void
}

function Proceed({ reply: { next }, locale, words, goOn }: ProceedProps) {
  if (next !== null)
    return (
      <Button look="primary" onClick={() => goOn(next)} data-proceed>
        {words.next}
      </Button>
    )
  return (
    <div className="flex flex-col gap-3">
      <p>{words.allRight}</p>
      <p>
        <a className={buttonClass('primary')} href={`/${locale}/review`} data-proceed>
          {words.done}
        </a>
      </p>
    </div>
  )
}
