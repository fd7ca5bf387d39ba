'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { TimelineTexts } from '@/components/timeline/texts'
import { TimelinePicture } from '@/components/timeline/timeline-picture'
import { TimelineWords } from '@/components/timeline/timeline-words'
import { Button } from '@/components/ui/button'
import {
  beginHistory,
  branchesAt,
  goTo,
  type History,
  redo,
  scenarioOf,
  selectMoment,
  undo,
  wishFor,
} from '@/lib/scenario/history'
import { offeredWishes } from '@/lib/scenario/offered-wishes'
import type { Impossible } from '@/lib/scenario/play-scenario'
import { writeScenario } from '@/lib/scenario/scenario-link'
import type { Scenario, Wish } from '@/lib/scenario/wish'
import { rowsOf, timelineOf } from '@/lib/tcp/peers/timeline-of'
import { Exports } from './exports'
import { StepRule } from './step-rule'
import { TcbTable } from './tcb-table'
import { usePace } from './use-pace'
import { useSimulatorKeys } from './use-simulator-keys'
import { WishButtons } from './wish-buttons'

type Props = {
  readonly scenario: Scenario
  /** A ready scenario begins at its start, to be played; a link shows where its sender stood. */
  readonly fromStart: boolean
  readonly keys: boolean
  readonly timelineTexts: TimelineTexts
}

/** Two peers and a network in the hands of a person. */
export function Simulator({ scenario, fromStart, keys, timelineTexts }: Props) {
  const t = useTranslations('scenario')
  const [{ history, why }, setShown] = useState(() => begin(scenario, fromStart))
  const { played } = selectMoment(history, history.at)
  const { start, steps } = played
  const timeline = useMemo(() => timelineOf(start, steps), [start, steps])
  const offered = useMemo(() => offeredWishes(played), [played])
  const place = history.line.indexOf(history.at)
  const hasMore = place < history.line.length - 1

  function show(next: History) {
    setShown({ history: next, why: null })
    window.history.replaceState(null, '', addressOf(next))
  }
  function wish(one: Wish) {
    const wished = wishFor(history, one)
    if (wished.kind === 'granted') show(wished.history)
    else setShown({ history, why: wished.why })
  }
  const pace = usePace(() => show(redo(history)), hasMore)
  const deliverNext = () => {
    if (offered.next !== null) wish(offered.next)
  }
  useSimulatorKeys({ n: deliverNext, u: () => show(undo(history)), r: () => show(redo(history)), p: pace.toggle }, keys)

  return (
    <div className="flex flex-col gap-6">
      <Ways {...{ history, place, hasMore, pace, show }} deliverNext={offered.next === null ? null : deliverNext} />
      <p role="status" className={why === null ? 'sr-only' : 'border-wrong border-l-4 pl-3'}>
        {why === null ? '' : t('impossible', { why: t(`why.${why}`) })}
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-2 sm:gap-4">
        <TcbTable side="A" tcb={played.at.A} />
        <TcbTable side="B" tcb={played.at.B} />
      </div>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="diagram" className="order-last min-w-0 lg:order-first">
          <h2 id="diagram" className="mb-2">
            {t('diagram')}
          </h2>
          <div className="rounded-md border border-rule bg-sheet p-1">
            <TimelinePicture timeline={timeline} texts={timelineTexts} current={rowsOf(steps).at(-1)} />
          </div>
        </section>
        <section aria-labelledby="what" className="min-w-0">
          <h2 id="what" className="mb-2">
            {t('what')}
          </h2>
          <div aria-live="polite">
            {place === 0 ? (
              <p className="text-muted">{t('begin')}</p>
            ) : (
              <StepRule step={played.stepOf.at(-1) === null ? null : (steps.at(-1) ?? null)} />
            )}
          </div>
        </section>
      </div>
      <WishButtons offered={offered} played={played} wish={wish} />
      <section aria-labelledby="log">
        <h2 id="log" className="mb-2">
          {t('log')}
        </h2>
        <TimelineWords timeline={timeline} texts={timelineTexts} />
      </section>
      <Exports played={played} texts={timelineTexts} />
      {keys && (
        <p className="hidden text-muted text-sm keyboard:block">
          <span className="font-semibold">{t('keysTitle')}</span> {t('keys')}
        </p>
      )}
    </div>
  )
}

type Shown = { readonly history: History; readonly why: Impossible | null }

function begin(scenario: Scenario, fromStart: boolean): Shown {
  const { history } = beginHistory(scenario)
  return { history: fromStart ? goTo(history, 0) : history, why: null }
}

function addressOf(history: History): string {
  return `?s=${writeScenario(scenarioOf(history))}`
}

/** Back and on, play and pause, the branches from here, and the link. */
function Ways({
  history,
  place,
  hasMore,
  pace,
  show,
  deliverNext,
}: {
  readonly history: History
  readonly place: number
  readonly hasMore: boolean
  readonly pace: ReturnType<typeof usePace>
  readonly show: (history: History) => void
  /** Within reach of the top, beside the way back; null where nothing may be delivered. */
  readonly deliverNext: (() => void) | null
}) {
  const t = useTranslations('scenario')
  const branches = branchesAt(history, history.at)
  const next = history.line[place + 1]
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => show(goTo(history, 0))} disabled={place === 0}>
          {t('first')}
        </Button>
        <Button onClick={() => show(undo(history))} disabled={place === 0}>
          {t('undo')}
        </Button>
        <Button look={hasMore ? 'primary' : 'plain'} onClick={() => show(redo(history))} disabled={!hasMore}>
          {t('redo')}
        </Button>
        <Button onClick={deliverNext ?? undefined} disabled={deliverNext === null}>
          {t('next')}
        </Button>
        {!pace.still && (
          <Button onClick={pace.toggle} disabled={!hasMore}>
            {t(pace.playing ? 'pause' : 'play')}
          </Button>
        )}
        <span className="text-muted">{t('place', { at: String(place), count: String(history.line.length - 1) })}</span>
        <CopyLink address={addressOf(history)} />
      </div>
      {pace.still && hasMore && <p className="text-muted text-sm">{t('stillMotion')}</p>}
      {branches.length > 1 && (
        <p className="flex flex-wrap items-center gap-2">
          {t('branches')}
          {branches.map((moment, index) => (
            <Button key={moment} onClick={() => show(goTo(history, moment))} aria-pressed={moment === next}>
              {t('branch', { number: String(index + 1) })}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}

/** A link to what is shown, which is copied where the browser lets it be. */
function CopyLink({ address }: { readonly address: string }) {
  const t = useTranslations('scenario')
  const [copied, setCopied] = useState<{ readonly address: string; readonly done: boolean } | null>(null)
  async function copy() {
    const whole = new URL(address, window.location.href).href
    const done = await navigator.clipboard.writeText(whole).then(
      () => true,
      () => false,
    )
    setCopied({ address, done })
  }
  return (
    <>
      <Button onClick={copy}>{t('link')}</Button>
      <span role="status" className="text-muted text-sm">
        {copied?.address === address ? t(copied.done ? 'copied' : 'copyFailed') : ''}
      </span>
    </>
  )
}
