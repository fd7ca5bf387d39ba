'use client'

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { preloadAnswer } from '@/components/item/preload-answer'
import { ReportForm, type ReportTexts } from '@/components/marks/report-form'
import { makeAnswerId } from '@/components/practice/answer-id'
import { fill } from '@/components/practice/fill'
import type { PracticeTexts } from '@/components/practice/texts'
import { Button } from '@/components/ui/button'
import type { Act } from '@/components/ui/form/form-state'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { ExamState } from '@/lib/assessment/exam-state'
import type { PresentedItem } from '@/lib/words/presented-item'
import { AnswerFileButton } from './answer-file-button'
import { createDesk, type Snapshot } from './desk'
import { ExamClock } from './exam-clock'
import { ExamQuestion } from './exam-question'
import { HandIn } from './hand-in'
import { hearServer } from './hear-server'
import { localCopy } from './local-copy'
import { Navigator } from './navigator'
import { askServer } from './send-change'
import type { ExamTexts } from './texts'
import { useExamKeys } from './use-exam-keys'

type Props = {
  readonly attemptId: string
  /** In the order of asking; null where a question was withdrawn since. */
  readonly items: readonly (PresentedItem | null)[]
  readonly state: ExamState
  /** Whether letters and digits act by themselves. */
  readonly singleKeys: boolean
  /** Whether there is no way back to a question once it is left. */
  readonly isOneWay: boolean
  /** Whether staff may change the clock while it runs. */
  readonly isSupervised: boolean
  /** The server's public key for a file of answers that the network keeps; null where nobody could bring one in. */
  readonly answerKey: string | null
  /** Says that a question is wrong; null where nobody is there to be told. */
  readonly report: { readonly act: Act; readonly texts: ReportTexts } | null
  /** Where the result will be. */
  readonly result: string
  readonly texts: ExamTexts & PracticeTexts
}

/** A running exam: every question at hand, saved as it is answered, until it is handed in or the time is up. */
export function ExamRun({
  attemptId,
  items,
  state,
  singleKeys,
  isOneWay,
  isSupervised,
  answerKey,
  report,
  result,
  texts,
}: Props) {
  const [desk] = useState(() =>
    createDesk({
      items,
      state,
      ask: askServer(attemptId),
      copy: localCopy(attemptId, items.length),
      clock: () => performance.now(),
      makeId: makeAnswerId,
      hear: isSupervised ? hearServer(attemptId) : null,
    }),
  )
  const { questions, saving, elsewhere, phase, pause, breakMinutes } = useSyncExternalStore(
    desk.subscribe,
    desk.snapshot,
    desk.initial,
  )
  const [current, setCurrent] = useState(isOneWay ? state.reached : 0)
  const heading = useRef<HTMLHeadingElement>(null)
  const isMoved = useRef(false)
  const go = useCallback(
    (position: number) => {
      if (isOneWay && position <= current) return
      if (isOneWay && position < items.length) void desk.reach(position)
      else desk.flush()
      isMoved.current = true
      setCurrent(Math.max(0, Math.min(items.length - 1, position)))
    },
    [desk, items.length, isOneWay, current],
  )
  // What any question of the paper needs is there before the network may be gone.
  useEffect(() => {
    for (const item of items) if (item !== null) preloadAnswer(item)
  }, [items])
  // The question has changed on the same page: whoever reads by ear or by keys is taken to it.
  useEffect(() => {
    if (isMoved.current && current >= 0) heading.current?.focus()
  }, [current])
  // The attempt has ended, here or elsewhere: what it came to stands on a page of its own.
  useEffect(() => {
    if (phase === 'finished') window.location.assign(result)
  }, [phase, result])
  const isFlagged = questions[current]?.flagged ?? false
  useExamKeys(
    useMemo(
      () => ({
        enter: () => go(current + 1),
        ...(singleKeys && {
          f: () => desk.flag(current, !isFlagged),
          n: () => go(current + 1),
          p: () => go(current - 1),
        }),
      }),
      [desk, current, isFlagged, go, singleKeys],
    ),
  )
  const isHydrated = useHydrated()
  const item = items[current]
  const view = questions[current]
  return (
    <div className="flex max-w-text flex-col gap-5" inert={!isHydrated}>
      <header className="sticky top-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-rule border-b bg-paper px-4 py-2 sm:mx-0 sm:px-0">
        <h1 className="text-lg">{fill(texts.question, { number: current + 1, length: items.length })}</h1>
        <ExamClock desk={desk} texts={texts} />
        <SavingState saving={saving} phase={phase} texts={texts} />
      </header>
      {saving === 'failed' && answerKey !== null && (
        <AnswerFileButton {...{ attemptId, answerKey, texts }} unsaved={desk.unsaved} />
      )}
      {elsewhere.length > 0 && (
        <p role="status" className="border-waiting border-l-4 bg-sheet px-4 py-2">
          {fill(texts.elsewhere, { numbers: elsewhere.map((position) => position + 1).join(', ') })}
        </p>
      )}
      {pause !== null ? (
        <section className="flex flex-col items-start gap-3 border-waiting border-l-4 bg-sheet p-4">
          <p role="status">{pause === 'own' ? texts.ownBreak : texts.stopped}</p>
          {pause === 'own' && (
            <Button look="primary" onClick={() => void desk.goOn()}>
              {texts.goOn}
            </Button>
          )}
        </section>
      ) : item == null || view === undefined ? (
        <p>{texts.withdrawn}</p>
      ) : (
        <ExamQuestion
          key={current}
          {...{ item, view, heading, singleKeys, texts }}
          disabled={phase !== 'running'}
          onAnswer={(draft, given) => desk.answer(current, draft, given)}
        >
          <Button
            aria-pressed={isFlagged}
            disabled={phase !== 'running'}
            onClick={() => desk.flag(current, !isFlagged)}
          >
            <span aria-hidden="true">{isFlagged ? '⚑' : '⚐'}</span> {isFlagged ? texts.unflag : texts.flag}
          </Button>
        </ExamQuestion>
      )}
      {report !== null && pause === null && item != null && (
        <ReportForm key={`report ${current}`} act={report.act} position={current} texts={report.texts} />
      )}
      <div className="flex flex-wrap justify-between gap-3">
        {!isOneWay && (
          <Button disabled={current === 0} onClick={() => go(current - 1)}>
            {texts.previous}
          </Button>
        )}
        <Button disabled={current === items.length - 1} onClick={() => go(current + 1)}>
          {texts.next}
        </Button>
      </div>
      {isOneWay ? (
        <p className="text-muted text-sm">{texts.oneWay}</p>
      ) : (
        <Navigator {...{ questions, current, texts }} onGo={go} />
      )}
      <div className="flex flex-wrap items-center justify-between gap-3 border-rule border-t pt-4">
        <HandIn
          {...{ questions, texts }}
          disabled={phase !== 'running'}
          onGo={go}
          onHandIn={() => void desk.handIn()}
        />
        {breakMinutes > 0 && pause === null && (
          <Button disabled={phase !== 'running'} onClick={() => void desk.takeBreak()}>
            {fill(texts.takeBreak, { minutes: breakMinutes })}
          </Button>
        )}
        {singleKeys && <p className="text-muted text-sm">{texts.keys}</p>}
      </div>
    </div>
  )
}

type SavingProps = Pick<Snapshot, 'saving' | 'phase'> & { readonly texts: ExamTexts }

/** Whether what is answered is on the server. Never colour alone: the words differ. */
function SavingState({ saving, phase, texts }: SavingProps) {
  const isBad = saving === 'failed' || phase === 'lost'
  return (
    <p role="status" className={`basis-full text-sm ${isBad ? 'text-wrong' : 'text-muted'}`}>
      {phaseWords(phase, texts) ??
        (saving === 'failed' ? texts.notSaved : saving === 'saving' ? texts.saving : texts.saved)}
    </p>
  )
}

function phaseWords(phase: Snapshot['phase'], texts: ExamTexts): string | null {
  switch (phase) {
    case 'running':
      return null
    case 'lost':
      return texts.lost
    case 'time up':
      return texts.timeUp
    case 'handing in':
    case 'finished':
      return texts.handingIn
  }
}
