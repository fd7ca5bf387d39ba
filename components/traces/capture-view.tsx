import { useState } from 'react'
import { fill } from '@/components/practice/fill'
import type { TimelineTexts } from '@/components/timeline/texts'
import { TimelineFigure } from '@/components/timeline/timeline-figure'
import { Button } from '@/components/ui/button'
import { Words } from '@/components/ui/words'
import { broken, type Mark } from '@/lib/observer/mark'
import { timelineOfObservations } from '@/lib/observer/timeline-of-observations'
import { CaptureLegend } from './capture-legend'
import { Cited, type CiteWords } from './listing-view'
import type { TracesTexts } from './texts'
import { windowLength } from './trace-message'
import { TracePages } from './trace-pages'
import { TraceQuiz } from './trace-quiz'
import type { Shown, Window } from './use-traces'

type Props = {
  readonly capture: Extract<Shown, { kind: 'capture' }>
  readonly view: Window
  readonly texts: TracesTexts
  readonly timeline: TimelineTexts
  readonly cites: CiteWords
  readonly open: (conversation: number, from: number) => void
  readonly goTo: (conversation: number, to: number) => void
  readonly seek: (conversation: number, after: number) => void
}

/** The connections of a capture, and one of them drawn, a window of segments at a time. */
export function CaptureView({ capture, view, texts, timeline, cites, open, goTo, seek }: Props) {
  const [asks, setAsks] = useState(false)
  const { from, count, seen, conversation, current } = view
  const ends = capture.conversations[conversation]?.ends
  if (ends === undefined) return null
  const [left, right] = ends
  const remarks = Object.fromEntries(
    seen.flatMap(({ marks }, row) =>
      marks.length === 0 ? [] : [[from + row + 1, marks.map((mark) => shortOf(mark, texts)).join(', ')]],
    ),
  )
  const flagged = new Set(
    seen.flatMap(({ marks }, row) => (marks.some(({ kind }) => kind === 'impossible') ? [from + row + 1] : [])),
  )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <section aria-label={texts.connections}>
        <h2 className="mb-2">{texts.connections}</h2>
        <ul className="flex max-h-96 flex-col gap-1 overflow-auto">
          {capture.conversations.map((one, index) => (
            <li key={one.ends.join(' ')}>
              <button
                type="button"
                aria-pressed={index === conversation}
                onClick={() => open(index, 0)}
                className="min-h-11 w-full rounded-sm border border-transparent px-2 py-1 text-left text-sm hover:border-edge aria-pressed:border-accent"
              >
                <span className="wrap-anywhere block">
                  {fill(texts.connection, { a: one.ends[0], b: one.ends[1] })}
                </span>
                <span className="text-muted">
                  {one.count === 1 ? texts.oneSegment : fill(texts.segments, { count: one.count })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={fill(texts.connection, { a: left, b: right })} className="flex min-w-0 flex-col gap-4">
        {count > windowLength && <TracePages view={view} texts={texts} open={open} goTo={goTo} seek={seek} />}
        <div>
          <Button onClick={() => setAsks(!asks)}>{asks ? texts.stop : texts.quiz}</Button>
        </div>
        {asks ? (
          <TraceQuiz key={`${conversation} ${from}`} seen={seen} first={from + 1} texts={texts} or={timeline.or} />
        ) : (
          <>
            <TimelineFigure
              timeline={timelineOfObservations(seen, left, from + 1)}
              texts={timeline}
              names={{ A: left, B: right }}
              remarks={remarks}
              flagged={flagged}
              current={current === null ? undefined : current - from}
            />
            <CaptureLegend texts={texts} hasImpossible={flagged.size > 0} />
            <MarkList view={view} texts={texts} cites={cites} />
            <details className="max-w-text text-sm">
              <summary className="cursor-pointer py-1 text-muted">{texts.granted}</summary>
              <p>
                <Words text={texts.grantedText} />
              </p>
            </details>
          </>
        )}
      </section>
    </div>
  )
}

function shortOf(mark: Mark, texts: TracesTexts): string {
  return mark.kind === 'impossible' ? texts.impossibleMark : (texts.mark[mark.kind] ?? '')
}

/** Each marked segment with its mark, and for what is impossible the rule and where it stands. */
function MarkList({
  view,
  texts,
  cites,
}: {
  readonly view: Window
  readonly texts: TracesTexts
  readonly cites: CiteWords
}) {
  const marked = view.seen.flatMap(({ marks }, row) => marks.map((mark) => ({ mark, number: view.from + row + 1 })))
  if (marked.length === 0) return null
  return (
    <section aria-label={texts.marked} className="max-w-text">
      <h3 className="mb-1">{texts.marked}</h3>
      <ul className="flex flex-col gap-1 text-sm">
        {marked.map(({ mark, number }) => (
          <li key={`${number} ${mark.kind}`}>
            <Words text={fill(texts.markLine, { number, mark: longOf(mark, texts) })} />{' '}
            {mark.kind === 'impossible' && <Cited cite={broken[mark.rule]} cites={cites} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function longOf(mark: Mark, texts: TracesTexts): string {
  if (mark.kind !== 'impossible') return texts.mark[mark.kind] ?? ''
  return fill(texts.impossible, { what: texts.broken[mark.rule] ?? '' })
}
