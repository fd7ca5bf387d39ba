import { useCallback, useEffect, useRef, useState } from 'react'
import type { Asked, Stage, Told } from './trace-message'

export type Shown = Exclude<Told, { kind: 'progress' | 'window' }> | { readonly kind: 'cancelled' | 'large' | 'failed' }

export type Window = Extract<Told, { kind: 'window' }>

/** How far the worker is with what it does. */
type Progress = { readonly stage: Stage; readonly percent: number }

const largest = 20_000_000

/** The worker that reads and observes: one for each file, ended where somebody cancels or brings another. */
export function useTraces() {
  const worker = useRef<Worker | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const [window, setWindow] = useState<Window | null>(null)

  const begin = useCallback((asked: Asked, transfer: readonly Transferable[] = []) => {
    worker.current?.terminate()
    const started = new Worker(new URL('./trace-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    setProgress({ stage: 'reading', percent: 0 })
    setShown(null)
    setWindow(null)
    started.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'progress') return setProgress(data)
      setProgress(null)
      if (data.kind === 'window') setWindow(data)
      else setShown(data)
    })
    started.addEventListener('error', () => {
      setProgress(null)
      setShown({ kind: 'failed' })
    })
    started.postMessage(asked, [...transfer])
  }, [])

  const readFile = useCallback(
    async (file: File) => {
      if (file.size > largest) return setShown({ kind: 'large' })
      const octets = await file.arrayBuffer()
      begin({ kind: 'file', octets }, [octets])
    },
    [begin],
  )

  const cancel = useCallback(() => {
    worker.current?.terminate()
    worker.current = null
    setProgress(null)
    setShown({ kind: 'cancelled' })
  }, [])

  const open = useCallback((conversation: number, from: number) => {
    worker.current?.postMessage({ kind: 'open', conversation, from } satisfies Asked)
  }, [])

  // Who leaves the page leaves no worker behind.
  useEffect(() => () => worker.current?.terminate(), [])

  return { progress, shown, window, begin, readFile, cancel, open }
}
