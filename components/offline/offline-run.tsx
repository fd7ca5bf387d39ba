import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fill } from '@/components/practice/fill'
import { type Answered, Question } from '@/components/practice/question'
import type { Sent } from '@/components/practice/send-answer'
import type { PracticeTexts } from '@/components/practice/texts'
import { Rate } from '@/components/review/rate'
import type { ReviewTexts } from '@/components/review/texts'
import { useUndoKey } from '@/components/review/use-undo-key'
import { Button } from '@/components/ui/button'
import type { MarkedOffline, Reviewer } from '@/lib/offline/reviewer'
import type { Rating } from '@/lib/review/rating'
import type { Device, DeviceView } from './device'
import type { OfflineTexts } from './texts'

type Props = {
  readonly device: Device
  readonly view: DeviceView
  readonly reviewer: Reviewer
  readonly locale: string
  readonly texts: PracticeTexts
  readonly review: ReviewTexts
  readonly words: OfflineTexts
}

/** What was made of the answer on the page, and the rating once it is known. */
type Marked = { readonly marked: Extract<MarkedOffline, { kind: 'marked' }>; readonly rating: Rating | null }

/** The cards that were taken along, one at a time, asked and marked on the device itself. */
export function OfflineRun({ device, view, reviewer, locale, texts, review, words }: Props) {
  const [turn, setTurn] = useState(0)
  const { card, left, nextStepInMs, again } = useAsked(reviewer, view)
  const [done, setDone] = useState<Marked | null>(null)
  const [sure, setSure] = useState(false)
  const [isRating, setIsRating] = useState(false)
  const [notice, setNotice] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  // The card has changed on the same page: whoever reads by ear is taken to it.
  useEffect(() => {
    if (turn > 0) heading.current?.focus()
  }, [turn])
  // Whoever goes to another page without rating is rated by the evidence, as after a reload.
  useEffect(
    () => () => {
      void device.leaveUnrated()
    },
    [device],
  )
  const { selfRating = false, numberKeys = true } = view.taken ?? {}

  async function send({ id, given, tookMs }: Answered): Promise<Sent> {
    if (card === null) return { kind: 'refused', error: 'invalid' }
    setNotice('')
    const marked = reviewer.answer(view.reviews, card, { id, given, tookMs, sure, atMs: Date.now() })
    if (marked.kind === 'refused') return marked
    // What is told counts: it is on the device's disk before it is told.
    if (!(await device.add(marked.review))) return { kind: 'unsent' }
    setDone({ marked, rating: marked.review.status === 'unrated' ? null : marked.review.rating })
    if (marked.review.status !== 'unrated') sendWhereReached(device)
    return { kind: 'marked', feedback: marked.feedback }
  }
  const rate = useCallback(
    async (rating: Rating) => {
      if (done === null) return
      setIsRating(true)
      const { review } = done.marked
      const rated = await device.rate(review.sent.id, rating)
      setIsRating(false)
      if (rated.kind === 'not kept') return setNotice(words.notKept)
      // Another page of this browser found it and sent it.
      if (rated.kind === 'too late') setNotice(words.ratedAlready)
      setDone({ ...done, rating: rated.kind === 'rated' ? rating : (rated.rating ?? review.rating) })
      sendWhereReached(device)
    },
    [device, done, words],
  )
  const goOn = useCallback(() => {
    again(device.view())
    setDone(null)
    setSure(false)
    setTurn((before) => before + 1)
    window.scrollTo({ top: 0 })
  }, [again, device])
  const undo = useCallback(async () => {
    const undone = await device.undo()
    setNotice(undone === null ? words.nothingToUndo : words.undone)
    if (undone !== null) goOn()
  }, [device, goOn, words])
  useUndoKey(undo, numberKeys)

  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 text-muted">
        <p>
          {card?.isNew && <strong className="mr-3 text-ink">{review.new}</strong>}
          {card?.question.topic}
        </p>
        <p role="status">{fill(review.left, { due: left.due, fresh: left.fresh, steps: left.steps })}</p>
      </header>
      {card === null ? (
        <div className="flex flex-col items-start gap-4">
          <h1 ref={heading} tabIndex={-1} className="outline-none">
            {words.allDone}
          </h1>
          {nextStepInMs !== null && (
            <p>{fill(words.nextStep, { minutes: Math.max(1, Math.ceil(nextStepInMs / 60_000)) })}</p>
          )}
          {view.reviews.length > 0 && <Button onClick={undo}>{review.undo}</Button>}
        </div>
      ) : (
        <Question
          key={`${card.card} ${card.seed} ${turn}`}
          item={card.question}
          draftName={`${card.card} ${card.seed}`}
          {...{ locale, numberKeys, heading, send }}
          texts={{ ...texts, refused: review.refused, failed: words.notKept }}
          aside={!selfRating && <Sure {...{ sure, setSure, review }} />}
          proceed={
            done !== null && (
              <div className="flex flex-col gap-4">
                {done.rating === null ? (
                  <Rate
                    comesBack={done.marked.comesBack}
                    byKey={numberKeys}
                    busy={isRating}
                    words={review}
                    rate={rate}
                  />
                ) : (
                  <>
                    <p>
                      {fill(review.rated, {
                        rating: review.ratings[done.rating],
                        when: done.marked.comesBack[done.rating],
                      })}
                    </p>
                    {done.marked.rests[done.rating] && <p className="border-wrong border-l-4 pl-4">{review.leech}</p>}
                    <div className="flex flex-wrap gap-4">
                      <Button look="primary" onClick={goOn} data-proceed>
                        {review.next}
                      </Button>
                      <Button onClick={undo}>{review.undo}</Button>
                    </div>
                  </>
                )}
              </div>
            )
          }
        />
      )}
      <p role="status" className={notice === '' ? 'sr-only' : 'text-muted'}>
        {notice}
      </p>
    </div>
  )
}

/**
 * The card on the page, and what is left. The card stays while it is answered and read, whatever is sent or taken along
 * meanwhile; what is left is always that of now.
 */
function useAsked(reviewer: Reviewer, { reviews }: DeviceView) {
  const now = useMemo(() => reviewer.ask(reviews, Date.now()), [reviewer, reviews])
  const [card, setCard] = useState(now.card)
  const again = useCallback((view: DeviceView) => setCard(reviewer.ask(view.reviews, Date.now()).card), [reviewer])
  // Where nothing was left, a card that has been taken along since is asked at once.
  if (card === null && now.card !== null) setCard(now.card)
  return { ...now, card, again }
}

function sendWhereReached(device: Device): void {
  if (device.view().server === 'reached') void device.sync()
}

type SureProps = {
  readonly sure: boolean
  readonly setSure: (sure: boolean) => void
  readonly review: ReviewTexts
}

function Sure({ sure, setSure, review }: SureProps) {
  return (
    <label className="flex min-h-11 items-center gap-2" title={review.sureHint}>
      <input type="checkbox" className="size-5" checked={sure} onChange={(event) => setSure(event.target.checked)} />
      {review.sure}
    </label>
  )
}
