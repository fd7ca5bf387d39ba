'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import type { TimelineTexts } from '@/components/timeline/texts'
import { models } from '@/lib/tcp/peers/models'
import { pairs } from '@/lib/tcp/peers/pairs'
import { CellView } from './cell-view'
import { FirstCells } from './first-cells'
import { GridLegend } from './grid-legend'
import { modelNames } from './names'
import { PairGrid } from './pair-grid'
import type { Chosen } from './pairs-address'
import { usePairs } from './use-pairs'

type Props = { readonly first: Chosen; readonly timeline: TimelineTexts }

const nothingYet = { moves: pairs.map(() => null), beyond: pairs.map(() => false) }

/** The grid of every pair of states, for the model that somebody chooses, and what is known of the chosen cell. */
export function PairsDesk({ first, timeline }: Props) {
  const t = useTranslations('pairs')
  const { chosen, choose, percent, hasFailed, grid, cell } = usePairs(first)
  const id = useId()
  const view = useRef<HTMLDivElement>(null)
  // On a phone what was chosen is told below the grid, where nobody would see that anything has happened.
  useEffect(() => {
    const top = view.current?.getBoundingClientRect().top ?? 0
    if (cell !== null && top > window.innerHeight * 0.75) view.current?.scrollIntoView({ block: 'start' })
  }, [cell])
  const select = (name: string) => {
    const model = models.find((one) => modelNames[one] === name)
    if (model !== undefined) choose({ ...chosen, model })
  }
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[auto_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-3">
        <label htmlFor={id} className="font-medium">
          {t('model')}
        </label>
        <select
          id={id}
          value={modelNames[chosen.model]}
          onChange={(event) => select(event.target.value)}
          className="min-h-11 max-w-full self-start rounded-sm border border-edge bg-sheet px-2"
        >
          {models.map((model) => (
            <option key={model} value={modelNames[model]}>
              {t(`models.${modelNames[model]}.name`)}
            </option>
          ))}
        </select>
        <p className="max-w-text text-muted text-sm">{t(`models.${modelNames[chosen.model]}.bounds`)}</p>
        <div role="status" className="flex min-h-6 flex-wrap items-center gap-3">
          {hasFailed && <p>{t('failed')}</p>}
          {!hasFailed && grid === null && (
            <>
              <progress value={percent} max={100} aria-label={t('searching')} />
              <span>{t('searching')}</span>
            </>
          )}
          {grid !== null && (
            <p>
              {t('searched', {
                configurations: grid.configurations,
                reached: grid.moves.filter((count) => count !== null).length,
                all: pairs.length,
              })}
            </p>
          )}
        </div>
        <div aria-busy={grid === null} inert={grid === null} className={grid === null ? 'opacity-60' : ''}>
          <PairGrid
            moves={(grid ?? nothingYet).moves}
            beyond={(grid ?? nothingYet).beyond}
            chosen={chosen.pair}
            onChoose={(pair) => choose({ ...chosen, pair })}
          />
        </div>
        <GridLegend hasBeyond={grid?.beyond.includes(true) === true} />
      </div>
      <div ref={view} className="min-w-0 scroll-mt-4">
        {cell !== null && <CellView cell={cell} timeline={timeline} percent={percent} />}
        {chosen.pair === null && <FirstCells onChoose={(pair) => choose({ ...chosen, pair })} />}
      </div>
    </div>
  )
}
