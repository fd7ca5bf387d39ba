import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Pair } from '@/lib/tcp/peers/pairs'
import { states } from '@/lib/tcp/states'

type Props = {
  readonly moves: readonly (number | null)[]
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
}

const within = (place: number) => Math.max(0, Math.min(states.length - 1, place))

/** Every pair of states: A's in rows, B's in columns. One cell is a stop of the tabulator, arrows lead on from there. */
export function PairGrid({ moves, chosen, onChoose }: Props) {
  const t = useTranslations('pairs')
  const table = useRef<HTMLTableElement>(null)
  const [stop, setStop] = useState(() => [placeOf(chosen?.A), placeOf(chosen?.B)] as const)
  const go = (event: KeyboardEvent) => {
    const way = ways[event.key]
    if (way === undefined) return
    event.preventDefault()
    const [row, column] = [within(stop[0] + way[0]), within(stop[1] + way[1])]
    setStop([row, column])
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus()
  }
  return (
    <div className="max-w-full overflow-x-auto pb-2">
      <table ref={table} aria-label={t('grid')} className="border-separate border-spacing-px text-sm">
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 bg-paper p-1 align-bottom font-normal text-muted">
              <span className="text-peer-a">A ↓</span> <span className="text-peer-b">B →</span>
            </th>
            {states.map((state) => (
              <th key={state} scope="col" className="p-1 align-bottom font-mono font-normal text-peer-b text-xs">
                <span className="inline-block rotate-180 [writing-mode:vertical-rl]">{state}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map((A, row) => (
            <tr key={A}>
              <th
                scope="row"
                className="sticky left-0 z-10 bg-paper py-0 pr-1 text-right font-mono font-normal text-peer-a text-xs"
              >
                {A}
              </th>
              {states.map((B, column) => {
                const count = moves[row * states.length + column] ?? null
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
                      className={`${look} ${count === null ? none : reached}`}
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

const look =
  'flex size-8 items-center justify-center rounded-sm border tabular-nums sm:size-10 aria-pressed:outline-2 aria-pressed:outline-ink aria-pressed:outline-offset-[-2px]'
const reached = 'border-edge bg-sheet font-semibold text-established'
const none = 'border-transparent text-muted'

function placeOf(state: (typeof states)[number] | undefined): number {
  return state === undefined ? 0 : states.indexOf(state)
}
