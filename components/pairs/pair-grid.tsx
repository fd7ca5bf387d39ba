import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Pair } from '@/lib/tcp/peers/pairs'
import { states } from '@/lib/tcp/states'
import { type Look, lookOf } from './cell-look'

type Props = {
  readonly moves: readonly (number | null)[]
  readonly beyond: readonly boolean[]
  readonly chosen: Pair | null
  readonly onChoose: (pair: Pair) => void
}

/** How far each key goes: down, and to the right. */
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -states.length],
  End: [0, states.length],
  PageUp: [-states.length, 0],
  PageDown: [states.length, 0],
}

const within = (place: number) => Math.max(0, Math.min(states.length - 1, place))

/** Every pair of states: A's in rows, B's in columns. One cell is a stop of the tabulator, arrows lead on from there. */
export function PairGrid({ moves, beyond, chosen, onChoose }: Props) {
  const t = useTranslations('pairs')
  const table = useRef<HTMLTableElement>(null)
  const [stop, setStop] = useState(() => [placeOf(chosen?.A), placeOf(chosen?.B)] as const)
  const cellAt = (row: number, column: number) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)
  // On a narrow screen the grid scrolls by itself, and the cell that a link names may lie beyond its edge.
  useEffect(() => {
    if (chosen !== null) {
      const cell = table.current?.querySelector<HTMLElement>('[aria-pressed="true"]')
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
  }, [chosen])
  const go = (event: KeyboardEvent) => {
    const way = ways[event.key]
    if (way === undefined) return
    event.preventDefault()
    const [row, column] = [within(stop[0] + way[0]), within(stop[1] + way[1])]
    setStop([row, column])
    cellAt(row, column)?.focus()
  }
  return (
    <div className="-mx-3 max-w-[calc(100%+1.5rem)] scroll-pl-24 overflow-x-auto px-1 pb-2 sm:mx-0 sm:max-w-full sm:px-0">
      <table
        ref={table}
        aria-label={t('grid')}
        className="border-separate border-spacing-0 text-sm sm:border-spacing-px"
      >
        <thead>
          <tr>
            <th scope="col" className={`${rowHead} align-bottom text-muted`}>
              <span className="text-peer-a">A ↓</span> <span className="text-peer-b">B →</span>
            </th>
            {states.map((state) => (
              <th
                key={state}
                scope="col"
                className={`px-0 py-1 align-bottom text-xs sm:px-1 ${name(state === chosen?.B, 'B')}`}
              >
                <span className="inline-block rotate-180 [writing-mode:vertical-rl]">{state}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map((A, row) => (
            <tr key={A}>
              <th scope="row" className={`${rowHead} py-0 pr-1 text-[10.5px] sm:text-xs ${name(A === chosen?.A, 'A')}`}>
                {A}
              </th>
              {states.map((B, column) => {
                const place = row * states.length + column
                const count = moves[place] ?? null
                return (
                  <td key={B} className="p-0">
                    <button
                      type="button"
                      data-cell={`${row} ${column}`}
                      tabIndex={stop[0] === row && stop[1] === column ? 0 : -1}
                      aria-pressed={chosen?.A === A && chosen.B === B}
                      aria-label={count === null ? t('cellNone', { A, B }) : t('cellReached', { A, B, count })}
                      onKeyDown={go}
                      onFocus={() => setStop([row, column])}
                      onClick={() => onChoose({ A, B })}
                      className={`${shape} ${looks[lookOf(count, beyond[place] ?? false)]}`}
                    >
                      {count === null ? '·' : count}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const rowHead = 'sticky left-0 z-10 bg-paper text-right leading-tight'

function name(isChosen: boolean, side: 'A' | 'B'): string {
  const tone = side === 'A' ? 'text-peer-a' : 'text-peer-b'
  return `font-mono ${tone} ${isChosen ? 'font-bold underline underline-offset-2' : 'font-normal'}`
}

const shape =
  'flex size-[24px] items-center justify-center rounded-sm border tabular-nums hover:border-ink focus-visible:relative focus-visible:z-20 sm:size-10 aria-pressed:outline-3 aria-pressed:outline-ink aria-pressed:outline-offset-[-2px]'

/** What each look is, for the cells and for their legend: the number says the same as the ground. */
export const looks: Readonly<Record<Look, string>> = {
  none: 'border-transparent text-muted',
  near: 'border-accent/40 bg-accent/5 font-semibold',
  some: 'border-accent/40 bg-accent/15 font-semibold',
  far: 'border-accent/50 bg-accent/25 font-semibold',
  farthest: 'border-accent/60 bg-accent/35 font-semibold',
  beyond: 'border-waiting bg-waiting/20 font-semibold',
}

function placeOf(state: (typeof states)[number] | undefined): number {
  return state === undefined ? 0 : states.indexOf(state)
}
