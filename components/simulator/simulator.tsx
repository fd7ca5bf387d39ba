'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import type { TimelineTexts } from '@/components/timeline/texts'
import { TimelineWords } from '@/components/timeline/timeline-words'
import { beginHistory, goTo, type History, redo, scenarioOf, selectMoment, undo, wishFor } from '@/lib/scenario/history'
import { offeredWishes } from '@/lib/scenario/offered-wishes'
import type { Scenario, Wish } from '@/lib/scenario/wish'
import { sides } from '@/lib/tcp/peers/configuration'
import { rowsOf, timelineOf } from '@/lib/tcp/peers/timeline-of'
import { Exports } from './exports'
import { FollowedDiagram } from './followed-diagram'
import { MomentLinks } from './moment-links'
import { NetworkWishes } from './network-wishes'
import { type Refused, whyAt } from './refused'
import { SideWishes } from './side-wishes'
import { StepRule } from './step-rule'
import { TcbTable } from './tcb-table'
import { useAddress } from './use-address'
import { usePace } from './use-pace'
import { useSimulatorKeys } from './use-simulator-keys'
import { addressOf, Ways } from './ways'

type Props = {
  readonly scenario: Scenario
  /** A ready scenario begins at its start, to be played; a link shows where its sender stood. */
  readonly fromStart: boolean
  readonly keys: boolean
  /** The rules of which there are ready cards, by their ids. */
  readonly cards: readonly string[]
  readonly timelineTexts: TimelineTexts
}

/** A left, B right, and what passes between them in the middle, where there is room for three. */
const column = { A: 'lg:col-start-1', B: 'lg:col-start-3' } as const

/** Two peers and a network in the hands of a person. */
export function Simulator({ scenario, fromStart, keys, cards, timelineTexts }: Props) {
  const t = useTranslations('scenario')
  const [first] = useState(() => begin(scenario, fromStart))
  const [{ history, refused }, setShown] = useState<Shown>({ history: first, refused: null })
  const { played } = selectMoment(history, history.at)
  const { start, steps } = played
  const timeline = useMemo(() => timelineOf(start, steps), [start, steps])
  // The log is read, and not watched: it may come after the frame that shows the step.
  const logged = useDeferredValue(timeline)
  const offered = useMemo(() => offeredWishes(played), [played])
  const place = history.line.indexOf(history.at)
  const step = played.stepOf.at(-1) == null ? null : (steps.at(-1) ?? null)
  const hasMore = place < history.line.length - 1

  function show(next: History) {
    setShown({ history: next, refused: null })
  }
  function wish(one: Wish) {
    const wished = wishFor(history, one)
    if (wished.kind === 'granted') show(wished.history)
    else setShown({ history, refused: { wish: one, why: wished.why } })
  }
  useAddress(history === first ? null : addressOf(history))
  const pace = usePace(() => show(redo(history)), hasMore)
  const deliverNext = () => {
    if (offered.next !== null) wish(offered.next)
  }
  useSimulatorKeys({ n: deliverNext, u: () => show(undo(history)), r: () => show(redo(history)), p: pace.toggle }, keys)

  return (
    <div className="flex flex-col gap-6">
      <Ways {...{ history, place, hasMore, pace, show }} deliverNext={offered.next === null ? null : deliverNext} />
      <div className="grid grid-cols-2 items-start gap-x-3 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)_15rem] lg:gap-x-5">
        {sides.map((side) => (
          <div key={side} className={`flex min-w-0 flex-col gap-3 lg:row-start-1 ${column[side]}`}>
            <TcbTable side={side} tcb={played.at[side]} />
            <SideWishes side={side} wishes={offered[side]} why={whyAt(refused, side)} wish={wish} />
          </div>
        ))}
        <div className="col-span-2 flex min-w-0 flex-col gap-6 lg:col-span-1 lg:col-start-2 lg:row-start-1">
          <FollowedDiagram timeline={timeline} texts={timelineTexts} current={rowsOf(steps).at(-1) ?? 0} />
          <NetworkWishes offered={offered} played={played} why={whyAt(refused, 'network')} wish={wish} />
          <section aria-labelledby="what" className="min-w-0">
            <h2 id="what" className="mb-2">
              {t('what')}
            </h2>
            <div aria-live="polite">
              {place === 0 ? <p className="text-muted">{t('begin')}</p> : <StepRule step={step} cards={cards} />}
            </div>
            {place > 0 && <MomentLinks step={step} scenario={scenarioOf(history)} />}
          </section>
        </div>
      </div>
      <section aria-labelledby="log" className="[contain-intrinsic-height:auto_20rem] [content-visibility:auto]">
        <h2 id="log" className="mb-2">
          {t('log')}
        </h2>
        <TimelineWords timeline={logged} texts={timelineTexts} />
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

type Shown = { readonly history: History; readonly refused: Refused | null }

function begin(scenario: Scenario, fromStart: boolean): History {
  const { history } = beginHistory(scenario)
  return fromStart ? goTo(history, 0) : history
}
