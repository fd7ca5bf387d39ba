'use client'

import { useEffect, useRef, useState } from 'react'
import { preloadAnswer } from '@/components/item/preload-answer'
import { Remember } from '@/components/review/remember'
import { Button, buttonClass } from '@/components/ui/button'
import { textLink } from '@/components/ui/text-link'
import type { AnswerReply } from '@/lib/words/answer-exchange'
import type { PresentedItem } from '@/lib/words/presented-item'
import { fill } from './fill'
import { type Answered, Question } from './question'
import { sendAnswer } from './send-answer'
import type { PracticeTexts } from './texts'

type Props = {
  readonly practiceId: string
  readonly length: number
  readonly first: PresentedItem
  readonly locale: string
  /** Whether 1 to 9 choose an option. */
  readonly numberKeys: boolean
  readonly texts: PracticeTexts
}

/** A practice, one question at a time: answer, feedback, next. */
export function PracticeRun({ practiceId, length, first, locale, numberKeys, texts }: Props) {
  const [item, setItem] = useState(first)
  const [reply, setReply] = useState<AnswerReply | null>(null)
  const following = reply?.next ?? null
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  // The question has changed on the same page: whoever reads by ear is taken to it.
  useEffect(() => {
    if (moved.current) heading.current?.focus()
    moved.current = item !== first || moved.current
  }, [item, first])
  async function send({ id, given, tookMs }: Answered) {
    const sent = await sendAnswer({ id, given, tookMs, practiceId, position: item.position, locale })
    if (sent.kind !== 'marked') return sent
    setReply(sent)
    if (sent.next !== null) preloadAnswer(sent.next)
    return sent
  }
  const goOn = () => {
    if (following !== null) setItem(following)
    moved.current = true
    window.scrollTo({ top: 0 })
  }
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap justify-between gap-x-6 text-muted">
          <p>
            {fill(texts.question, { number: item.position + 1, length })} · {item.topic}
          </p>
          {item.position > 0 && (
            <a className={textLink} href={`/${locale}/practice/${practiceId}/summary#question-${item.position}`}>
              {fill(texts.explanationOf, { number: item.position })}
            </a>
          )}
        </div>
        <progress
          className="h-1.5 w-full"
          value={item.position}
          max={length}
          aria-label={fill(texts.question, { number: item.position + 1, length })}
        />
      </header>
      <Question
        key={item.position}
        draftName={`${practiceId} ${item.position}`}
        {...{ item, locale, numberKeys, texts, heading, send }}
        proceed={
          <div className="flex flex-wrap items-center gap-4">
            {following === null || following.position === item.position ? (
              <a className={buttonClass('primary')} href={`/${locale}/practice/${practiceId}/summary`} data-proceed>
                {texts.finish}
              </a>
            ) : (
              <Button look="primary" onClick={goOn} data-proceed>
                {texts.next}
              </Button>
            )}
            {reply !== null && <Carded {...{ reply, texts }} />}
          </div>
        }
      />
    </div>
  )
}

/** What was wrong is a card already; what was right can be made one. */
function Carded({ reply, texts: { card } }: { readonly reply: AnswerReply; readonly texts: PracticeTexts }) {
  if (!reply.feedback.right) return <p className="text-muted">{card.wrongIsCard}</p>
  const words = { remember: card.remember, remembered: card.remembered, failed: card.busy }
  return <Remember fact={reply.fact} source="practice" words={words} />
}
