import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { EndpointView } from '@/components/item/endpoint-view'
import { FeedbackView } from '@/components/item/feedback-view'
import { ItemAnswer } from '@/components/item/item-answer'
import { ItemPicture } from '@/components/item/item-picture'
import { ProseView } from '@/components/item/prose-view'
import { Button } from '@/components/ui/button'
import { isFreeKey } from '@/components/ui/is-free-key'
import { useHydrated } from '@/components/ui/use-hydrated'
import { Words } from '@/components/ui/words'
import type { Given } from '@/lib/items/shown'
import type { Feedback, PresentedItem } from '@/lib/words/presented-item'
import { makeAnswerId } from './answer-id'
import { givenBy, withOption } from './draft'
import type { Sent } from './send-answer'
import type { PracticeTexts } from './texts'
import { useDraft } from './use-draft'
import { useNumberKeys } from './use-number-keys'

/** What a person answered, with an id that stays the same however often it is sent. */
export type Answered = {
  readonly id: string
  readonly given: Given
  readonly tookMs: number
  /** It was wrong before, and not shown. */
  readonly isSecondTry: boolean
}

type Props = {
  readonly item: PresentedItem
  /** Under this name what is chosen and not sent yet survives a reload. */
  readonly draftName: string
  readonly locale: string
  /** Whether 1 to 9 choose an option. */
  readonly numberKeys: boolean
  readonly texts: PracticeTexts
  readonly heading: React.RefObject<HTMLHeadingElement | null>
  /** Sends the answer; what it is told is shown. It never throws. */
  readonly send: (answered: Answered) => Promise<Sent>
  /** Places of options that a hint has struck out. */
  readonly struck?: readonly number[]
  /** What is said when another try follows, and on the button while nothing has been changed. */
  readonly secondTry?: { readonly notYet: string; readonly showAnswer: string }
  /** Stands beside the button that sends, as long as the answer is open. */
  readonly aside?: React.ReactNode
  /** Stands below the feedback: a control marked data-proceed goes on at Enter. */
  readonly proceed: React.ReactNode
  /** The stem is the page's heading, or that of a part of it. */
  readonly headingLevel?: 1 | 3
}

type Status = 'answering' | 'sending' | 'unsent'

/** One question: answer it, send the answer, read the verdict. */
export function Question(props: Props) {
  const { item, draftName, locale, numberKeys, texts, heading, send, struck = none, secondTry, aside, proceed } = props
  const Stem = props.headingLevel === 3 ? 'h3' : 'h1'
  const { draft: kept, setDraft, forget } = useDraft(draftName, item)
  const draft = struck.length === 0 ? kept : { ...kept, chosen: kept.chosen.filter((place) => !struck.includes(place)) }
  const [status, setStatus] = useState<Status>('answering')
  const [refused, setRefused] = useState<string | null>(null)
  const [feedback, setFeedback] = useState<Feedback | null>(null)
  /** What was wrong and may be changed. */
  const [wrong, setWrong] = useState<Given | null>(null)
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
  const isUnchanged = wrong !== null && JSON.stringify(wrong) === JSON.stringify(given)
  const said = refused ?? saidOf(status, wrong === null ? '' : (secondTry?.notYet ?? ''), texts)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (given === null || status === 'sending' || feedback !== null) return
    setStatus('sending')
    setRefused(null)
    answerId.current ??= makeAnswerId()
    const tookMs = Math.round(performance.now() - shownAt.current)
    const sent = await send({ id: answerId.current, given, tookMs, isSecondTry: wrong !== null })
    setStatus(sent.kind === 'unsent' ? 'unsent' : 'answering')
    if (sent.kind === 'refused') setRefused(texts.refused[sent.error] ?? texts.failed)
    if (sent.kind === 'not yet') setWrong(given)
    if (sent.kind !== 'marked') return
    forget()
    setFeedback(sent.feedback)
  }

  useNumberKeys(
    useCallback(
      (index) => {
        if (!struck.includes(index)) setDraft((before) => withOption(item, before, index))
      },
      [item, struck, setDraft],
    ),
    numberKeys && feedback === null,
  )
  const isHydrated = useHydrated()
  const form = useRef<HTMLFormElement>(null)
  useEnter(form)

  return (
    <form ref={form} onSubmit={submit} className={columns} inert={!isHydrated}>
      <div className={`flex min-w-0 flex-col gap-5 ${layout.question}`}>
        <Stem ref={heading} tabIndex={-1} className="text-xl outline-none">
          <Words text={item.stem} />
        </Stem>
        {item.prose !== null && <ProseView prose={item.prose} />}
        {item.endpoint !== null && <EndpointView endpoint={item.endpoint} texts={texts} />}
        {item.control !== 'fill' && <ItemPicture item={item} texts={texts} />}
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
        <ItemAnswer {...{ item, draft, struck, feedback, texts }} onDraft={setDraft} />
      </fieldset>
      <div className={`flex min-w-0 flex-col gap-5 ${feedback === null ? '' : layout.verdict}`}>
        {feedback === null ? (
          <div className="flex flex-wrap items-center gap-4">
            <Button type="submit" look="primary" disabled={given === null || status === 'sending'}>
              {status === 'unsent' ? texts.retry : isUnchanged ? secondTry?.showAnswer : texts.submit}
            </Button>
            {aside}
            <p role="status" className={status === 'sending' ? 'text-muted' : 'text-wrong'}>
              {said}
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

const none: readonly number[] = []

/** What is said of an answer that is open: under way, not there, or wrong. */
function saidOf(status: Status, notYet: string, texts: PracticeTexts): string {
  switch (status) {
    case 'sending':
      return texts.saving
    case 'unsent':
      return texts.failed
    case 'answering':
      return notYet
  }
}

const columns = 'grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-5 lg:grid-cols-2 lg:grid-rows-[auto_1fr]'
const tall = 'lg:sticky lg:top-4 lg:row-span-2 lg:self-start'

/**
 * What stands where on a wide screen. A situation stands left of the answer and its verdict; the diagram is as tall as
 * both, so with it the verdict stands below the situation; a question of one sentence stands above the two columns, and
 * the verdict beside the answer. A diagram with gaps has its lists beside it and takes the whole width. The taller column stays in sight.
 */
const layouts = {
  situation: { question: tall, answer: '', verdict: '' },
  diagram: { question: '', answer: tall, verdict: '' },
  gaps: { question: 'lg:col-span-2', answer: 'lg:col-span-2', verdict: 'lg:col-span-2' },
  sentence: { question: 'lg:col-span-2', answer: 'lg:col-start-1', verdict: 'lg:col-start-2 lg:row-start-2' },
} as const

function layoutOf({ control, endpoint, sequence }: PresentedItem): keyof typeof layouts {
  if (control === 'place') return 'diagram'
  // The gaps are in the picture.
  if (control === 'fill') return 'gaps'
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

/** Enter checks the answer, and goes on once the verdict is there, wherever the focus is that has no use for it. */
function useEnter(form: React.RefObject<HTMLFormElement | null>): void {
  // The focus may be on the question or the verdict, which take no keys: the listener is the document's. What Enter does is
  // asked of the page as it stands: who presses it as the verdict appears goes on, though no effect has run yet.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !isFreeKey(event)) return
      event.preventDefault()
      const proceed = form.current?.querySelector<HTMLElement>('[data-proceed]')
      if (proceed) proceed.click()
      else form.current?.requestSubmit()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [form])
}
