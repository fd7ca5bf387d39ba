import { useCallback, useEffect, useRef, useState } from 'react'
import type { Asked, Cell, Grid, Told } from './pair-message'
import { type Chosen, queryOf } from './pairs-address'

/** The worker that searches, and what is chosen and shown; the address follows, so that it can be sent to somebody. */
export function usePairs(first: Chosen) {
  const worker = useRef<Worker | null>(null)
  const [start] = useState(first)
  const [chosen, setChosen] = useState(first)
  const [percent, setPercent] = useState(0)
  const [grid, setGrid] = useState<Grid | null>(null)
  const [cell, setCell] = useState<Cell | null>(null)
  const [hasFailed, setFailed] = useState(false)

  const ask = useCallback(({ model, pair }: Chosen, isNew: boolean) => {
    const tell = (asked: Asked) => worker.current?.postMessage(asked)
    if (isNew) tell({ kind: 'model', model })
    if (pair !== null) tell({ kind: 'cell', model, pair })
  }, [])

  // The search is the worker's, and a worker lives as long as the page.
  useEffect(() => {
    const started = new Worker(new URL('./pair-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    started.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'progress') setPercent(data.percent)
      else if (data.kind === 'grid') setGrid(data)
      else setCell(data)
    })
    started.addEventListener('error', () => setFailed(true))
    ask(start, true)
    return () => started.terminate()
  }, [ask, start])

  const choose = (next: Chosen) => {
    const isNew = next.model !== chosen.model
    if (isNew) setPercent(0)
    setChosen(next)
    window.history.replaceState(null, '', queryOf(next))
    ask(next, isNew)
  }

  // What was told of another choice is not shown: the worker answers in its own time.
  const isOfCell = cell?.model === chosen.model && cell.pair.A === chosen.pair?.A && cell.pair.B === chosen.pair.B
  return {
    chosen,
    choose,
    percent,
    hasFailed,
    grid: grid?.model === chosen.model ? grid : null,
    cell: isOfCell ? cell : null,
  }
}
