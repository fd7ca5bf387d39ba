'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo, useState } from 'react'
import { useMachineWords } from '@/components/machine/machine-words'
import { useNumberKeys } from '@/components/practice/use-number-keys'
import type { TimelineTexts } from '@/components/timeline/texts'
import { TimelineFigure } from '@/components/timeline/timeline-figure'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import { askStop, type LessonQuestion } from '@/lib/scenario/lessons/ask-stop'
import { type LessonName, type Stop, selectLesson } from '@/lib/scenario/lessons/lessons'
import { type Played, playScenario } from '@/lib/scenario/play-scenario'
import type { Scenario } from '@/lib/scenario/wish'
import { rowsOf, timelineOf } from '@/lib/tcp/peers/timeline-of'
import type { State } from '@/lib/tcp/states'
import { StepRule } from './step-rule'
import { TcbTable } from './tcb-table'
import { WishWords } from './wish-words'

type Props = {
  readonly name: LessonName
  readonly keys: boolean
  /** The rules of which there are ready cards, by their ids. */
  readonly cards: readonly string[]
  readonly timelineTexts: TimelineTexts
  /** Where to go from here, shown at the end. */
  readonly children: ReactNode
}

/** How far a reader is: how many wishes are granted, what they have answered, and whether they still read what came. */
type At = { readonly place: number; readonly answers: readonly string[]; readonly reads: boolean }

function playTo(scenario: Scenario, place: number): Played {
  const result = playScenario({ ...scenario, wishes: scenario.wishes.slice(0, place) })
  if (result.kind === 'impossible') throw new Error(`A lesson wishes what is impossible: ${result.why}`)
  return result.played
}

/** A scenario that stops and asks what will happen, before it shows it. */
export function LessonRun({ name, keys, cards, timelineTexts, children }: Props) {
  const t = useTranslations('scenario.lessons')
  const { scenario, stops } = useMemo(() => selectLesson(name), [name])
  const [at, setAt] = useState<At>({ place: 0, answers: [], reads: stops[0]?.before !== 0 })
  const played = useMemo(() => playTo(scenario, at.place), [scenario, at.place])
  const timeline = useMemo(() => timelineOf(played.start, played.steps), [played])
  const questions = useMemo(() => stops.map((stop) => questionAt(scenario, stop)), [scenario, stops])
  const next = stops[at.answers.length]
  const question = questions[at.answers.length]
  const asks = !at.reads && next !== undefined && question !== undefined && next.before === at.place
  const isDone = at.place === scenario.wishes.length
  const wish = scenario.wishes[at.place]
  const rights = questions.filter(({ key }, index) => key === at.answers[index]).length
  const last = lastAnswer(at, stops, questions)

  function goOn() {
    if (next?.before === at.place) setAt({ ...at, reads: false })
    else setAt({ ...at, place: at.place + 1, reads: true })
  }
  function answer(given: string) {
    setAt({ place: at.place + 1, answers: [...at.answers, given], reads: true })
  }
  useNumberKeys((index) => {
    const given = question?.options[index]
    if (asks && given !== undefined) answer(given)
  }, keys && asks)

  return (
    <div className="flex flex-col gap-6">
      <p className="text-muted">
        {t('place', {
          at: String(at.place),
          count: String(scenario.wishes.length),
          rights: String(rights),
          answers: String(at.answers.length),
        })}
      </p>
      {asks && wish !== undefined ? (
        <section aria-labelledby="asked" className="flex flex-col gap-3 rounded-md border border-accent bg-sheet p-4">
          <p>
            <span className="text-muted">{t('nextIs')}</span> <WishWords wish={wish} played={played} />
          </p>
          <h2 id="asked" tabIndex={-1} ref={at.place === 0 ? undefined : takeFocus} className="outline-none">
            {t(`asks.${next.kind}`, { side: next.side })}
          </h2>
          <ol className="grid gap-2 sm:grid-cols-2">
            {question.options.map((option, index) => (
              <li key={option} className="flex items-baseline gap-2">
                <span aria-hidden="true" className="w-4 text-muted">
                  {index + 1}
                </span>
                <Button onClick={() => answer(option)}>
                  <OptionWords kind={next.kind} option={option} />
                </Button>
              </li>
            ))}
          </ol>
        </section>
      ) : (
        <section aria-label={t('cameOut')} className="flex flex-col gap-3">
          <div aria-live="polite" className="flex flex-col gap-3">
            {last !== null && <Verdict {...last} />}
            {at.place > 0 && <StepRule step={played.steps.at(-1) ?? null} cards={cards} />}
          </div>
          {!isDone && wish !== undefined && (
            <div className="flex flex-wrap items-center gap-3">
              <Button key={at.place} look="primary" onClick={goOn} ref={at.place === 0 ? undefined : takeFocus}>
                {t('goOn')}
              </Button>
              <span>
                <span className="text-muted">{t('nextIs')}</span> <WishWords wish={wish} played={played} />
              </span>
            </div>
          )}
          {isDone && (
            <div className="flex flex-col gap-3 border-established border-l-4 pl-4">
              <h2 tabIndex={-1} ref={takeFocus} className="outline-none">
                {t('done', { rights: String(rights), count: String(stops.length) })}
              </h2>
              <p className="max-w-text">
                <Words text={t(`names.${name}.learnt`)} />
              </p>
              <p>
                <Button onClick={() => setAt({ place: 0, answers: [], reads: stops[0]?.before !== 0 })}>
                  {t('again')}
                </Button>
              </p>
              {children}
            </div>
          )}
        </section>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-2 sm:gap-4">
        <TcbTable side="A" tcb={played.at.A} />
        <TcbTable side="B" tcb={played.at.B} />
      </div>
      <TimelineFigure timeline={timeline} texts={timelineTexts} current={rowsOf(played.steps).at(-1)} />
    </div>
  )
}

function questionAt(scenario: Scenario, stop: Stop): LessonQuestion {
  return askStop(stop, playTo(scenario, stop.before), playTo(scenario, stop.before + 1))
}

type Given = { readonly stop: Stop; readonly right: string; readonly given: string }

/** What has been answered of the wish that was granted last, if it was asked for. */
function lastAnswer(at: At, stops: readonly Stop[], questions: readonly LessonQuestion[]): Given | null {
  const index = at.answers.length - 1
  const stop = stops[index]
  const question = questions[index]
  const given = at.answers[index]
  if (stop === undefined || question === undefined || given === undefined) return null
  return stop.before === at.place - 1 ? { stop, right: question.key, given } : null
}

function Verdict({ stop: { kind }, right, given }: Given) {
  const t = useTranslations('scenario.lessons')
  const isRight = right === given
  return (
    <p className={`border-l-4 pl-3 ${isRight ? 'border-correct' : 'border-wrong'}`}>
      <span className="font-semibold">{t(isRight ? 'right' : 'wrong')}</span> <OptionWords kind={kind} option={right} />
      {!isRight && (
        <span className="text-muted">
          {' '}
          {t('yours')} <OptionWords kind={kind} option={given} />
        </span>
      )}
    </p>
  )
}

function OptionWords({ kind, option }: { readonly kind: Stop['kind']; readonly option: string }) {
  const t = useTranslations('scenario.lessons')
  const words = useMachineWords()
  if (kind === 'waits') return <Words text={words.waitsFor(option as State)} />
  return option === '' ? t('nothing') : <Code>{option}</Code>
}

/** What comes instead of what was pressed has the focus, so that the keyboard goes on from there. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true })
}
