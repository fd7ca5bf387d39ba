'use client'

import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { EndpointView } from '@/components/item/endpoint-view'
import { FeedbackView } from '@/components/item/feedback-view'
import { ItemAnswer } from '@/components/item/item-answer'
import { SequenceDiagram } from '@/components/timeline/sequence-diagram'
import { Button, buttonClass } from '@/components/ui/button'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import type { Feedback, PresentedItem } from '@/lib/words/presented-item'
import { makeAnswerId } from './answer-id'
import { givenBy, withOption } from './draft'
import { fill } from './fill'
import { sendAnswer } from './send-answer'
import type { PracticeTexts } from './texts'
import { useDraft } from './use-draft'
import { useNumberKeys } from './use-number-keys'

type Props = {
  readonly practiceId: string
  readonly length: number
  readonly first: PresentedItem
  readonly locale: string
  readonly texts: PracticeTexts
}

/** A practice, one question at a time: answer, feedback, next. */
export function PracticeRun({ practiceId, length, first, locale, texts }: Props) {
  const [item, setItem] = useState(first)
  const [following, setFollowing] = useState<PresentedItem | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  // The question has changed on the same page: whoever reads by ear is taken to it.
  useEffect(() => {
    if (moved.current) heading.current?.focus()
    moved.current = item !== first || moved.current
  }, [item, first])
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
        {...{ practiceId, item, locale, texts, heading }}
        onMarked={setFollowing}
        proceed={
          following === null || following.position === item.position ? (
            <a className={buttonClass('primary')} href={`/${locale}/practice/${practiceId}/summary`} data-proceed>
              {texts.finish}
            </a>
          ) : (
            <Button look="primary" onClick={goOn} data-proceed>
              {texts.next}
            </Button>
          )
        }
      />
    </div>
  )
}

type QuestionProps = Pick<Props, 'practiceId' | 'locale' | 'texts'> & {
  readonly item: PresentedItem
  readonly heading: React.RefObject<HTMLHeadingElement | null>
  readonly onMarked: (next: PresentedItem | null) => void
  readonly proceed: React.ReactNode
}

type Status = 'answering' | 'sending' | 'unsent'

function Question({ practiceId, item, locale, texts, heading, onMarked, proceed }: QuestionProps) {
  const { draft, setDraft, forget } = useDraft(practiceId, item)
  const [status, setStatus] = useState<Status>('answering')
  const [refused, setRefused] = useState<string | null>(null)
  const [feedback, setFeedback] = useState<Feedback | null>(null)
  const answerId = useRef<string | null>(null)
  const shownAt = useRef(0)
  const verdict = useRef<HTMLHeadingElement>(null)
  // The time taken counts from when the question can be seen, which is after the first paint.
  useEffect(() => {
    shownAt.current = performance.now()
  }, [])
  // The verdict has come: it is what to read next.
  useEffect(() => {
    if (feedback !== null && verdict.current !== null) showVerdict(verdict.current)
  }, [feedback])
  const given = givenBy(item, draft)
  const layout = layouts[layoutOf(item)]

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (given === null || status === 'sending' || feedback !== null) return
    setStatus('sending')
    setRefused(null)
    answerId.current ??= makeAnswerId()
    const tookMs = Math.round(performance.now() - shownAt.current)
    const sent = await sendAnswer({ id: answerId.current, practiceId, position: item.position, given, tookMs, locale })
    setStatus(sent.kind === 'unsent' ? 'unsent' : 'answering')
    if (sent.kind === 'refused') setRefused(texts.refused[sent.error] ?? texts.failed)
    if (sent.kind !== 'marked') return
    forget()
    setFeedback(sent.feedback)
    onMarked(sent.next)
  }

  useNumberKeys(
    useCallback((index) => setDraft((before) => withOption(item, before, index)), [item, setDraft]),
    feedback === null,
  )
  const form = useRef<HTMLFormElement>(null)
  useEnter(() => {
    if (feedback === null) form.current?.requestSubmit()
    else form.current?.querySelector<HTMLElement>('[data-proceed]')?.click()
  })

  return (
    <form ref={form} onSubmit={submit} className={columns}>
      <div className={`flex min-w-0 flex-col gap-5 ${layout.question}`}>
        <h1 ref={heading} tabIndex={-1} className="text-xl outline-none">
          <Words text={item.stem} />
        </h1>
        {item.endpoint !== null && <EndpointView endpoint={item.endpoint} texts={texts} />}
        {item.sequence !== null && (
          <SequenceDiagram rows={item.sequence} texts={texts} label={item.stem.replaceAll('`', '')} />
        )}
      </div>
      <fieldset className={`flex min-w-0 flex-col gap-2 ${layout.answer}`}>
        <legend className="mb-2 text-muted text-sm">
          <Words text={item.hint} />
          {item.keys !== null && (
            <span className="hidden keyboard:inline">
              {' '}
              <Words text={item.keys} />
            </span>
          )}
        </legend>
        <ItemAnswer {...{ item, draft, feedback, texts }} onDraft={setDraft} />
      </fieldset>
      <div className={`flex min-w-0 flex-col gap-5 ${feedback === null ? '' : layout.verdict}`}>
        {feedback === null ? (
          <div className="flex flex-wrap items-center gap-4">
            <Button type="submit" look="primary" disabled={given === null || status === 'sending'}>
              {status === 'unsent' ? texts.retry : texts.submit}
            </Button>
            <p role="status" className={status === 'unsent' || refused !== null ? 'text-wrong' : 'text-muted'}>
              {refused ?? (status === 'sending' ? texts.saving : status === 'unsent' ? texts.failed : '')}
            </p>
          </div>
        ) : (
          <>
            <FeedbackView feedback={feedback} texts={texts} locale={locale} headingRef={verdict} />
            <div>{proceed}</div>
          </>
        )}
      </div>
    </form>
  )
}

const columns = 'grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-5 lg:grid-cols-2 lg:grid-rows-[auto_1fr]'
const tall = 'lg:sticky lg:top-4 lg:row-span-2 lg:self-start'

/**
 * What stands where on a wide screen. A situation stands left of the answer and its verdict; the diagram is as tall as
 * both, so with it the verdict stands below the situation; a question of one sentence stands above the two columns, and
 * the verdict beside the answer. The taller column stays in sight.
 */
const layouts = {
  situation: { question: tall, answer: '', verdict: '' },
  diagram: { question: '', answer: tall, verdict: '' },
  sentence: { question: 'lg:col-span-2', answer: 'lg:col-start-1', verdict: 'lg:col-start-2 lg:row-start-2' },
} as const

function layoutOf({ control, endpoint, sequence }: PresentedItem): keyof typeof layouts {
  if (control === 'place') return 'diagram'
  return endpoint === null && sequence === null ? 'sentence' : 'situation'
}

/** Takes the focus to the verdict, and its explanation into sight where it is not. */
function showVerdict(heading: HTMLElement): void {
  heading.focus({ preventScroll: true })
  const box = heading.closest('section') ?? heading
  const { top, bottom } = box.getBoundingClientRect()
  if (top >= 0 && bottom <= window.innerHeight) return
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  box.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' })
}

/** What Enter means where the focus is: on these it has a meaning of its own. */
const ownEnter = 'a, button, summary, select, input'

/** Enter checks the answer, and goes on once the verdict is there, wherever the focus is that has no use for it. */
function useEnter(act: () => void): void {
  // The focus may be on the question or the verdict, which take no keys: the listener is the document's.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const busy = event.target instanceof Element && event.target.closest(ownEnter) !== null
      if (event.key !== 'Enter' || event.isComposing || event.repeat || busy) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [act])
}
