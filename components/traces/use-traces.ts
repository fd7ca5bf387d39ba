import { useCallback, useEffect, useRef, useState } from 'react'
import { type Asked, largest, type Stage, type Told, windowAt } from './trace-message'

export type Shown =
  | Exclude<Told, { kind: 'progress' | 'window' }>
  | {
      readonly kind: 'cancelled' | 'large' | 'unreadable' | 'failed'
    }

export type Window = Extract<Told, { kind: 'window' }>

/** How far the worker is with what it does. */
type Progress = { readonly stage: Stage; readonly percent: number }

const begun: Progress = { stage: 'reading', percent: 0 }

/** The worker that reads and observes: one for each file, ended where somebody cancels or brings another. */
export function useTraces() {
  const worker = useRef<Worker | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const [window, setWindow] = useState<Window | null>(null)

  /** Ends what is under way and shows nothing of it any more. */
  const end = useCallback((why: Shown | null) => {
    worker.current?.terminate()
    worker.current = null
    setProgress(null)
    setWindow(null)
    setShown(why)
  }, [])

  const start = useCallback(() => {
    end(null)
    const started = new Worker(new URL('./trace-worker.ts', import.meta.url), { type: 'module' })
    worker.current = started
    setProgress(begun)
    started.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'progress') return setProgress(data)
      setProgress(null)
      if (data.kind === 'window') setWindow(data)
      else setShown(data)
    })
    started.addEventListener('error', () => end({ kind: 'failed' }))
    return started
  }, [end])

  const readText = useCallback(
    (text: string) => {
      if (text.length > largest) return end({ kind: 'large' })
      start().postMessage({ kind: 'text', text } satisfies Asked)
    },
    [end, start],
  )

  const readSample = useCallback(
    (sample: Extract<Asked, { kind: 'sample' }>['sample']) =>
      start().postMessage({ kind: 'sample', sample } satisfies Asked),
    [start],
  )

  const readFile = useCallback(
    async (file: File) => {
      if (file.size > largest) return end({ kind: 'large' })
      const started = start()
      try {
        const octets = await file.arrayBuffer()
        started.postMessage({ kind: 'file', octets } satisfies Asked, [octets])
      } catch {
        // A folder that was dropped, or a file that went meanwhile. Another may have been brought since.
        if (worker.current === started) end({ kind: 'unreadable' })
      }
    },
    [end, start],
  )

  const ask = useCallback((asked: Asked) => worker.current?.postMessage(asked), [])

  // Who leaves the page leaves no worker behind.
  useEffect(() => () => worker.current?.terminate(), [])

  return {
    progress,
    shown,
    window,
    readText,
    readSample,
    readFile,
    cancel: () => end({ kind: 'cancelled' }),
    /** Shows a conversation from a segment on. */
    open: (conversation: number, from: number) => ask({ kind: 'open', conversation, from, current: null }),
    /** Shows the segment itself, with those around it. */
    goTo: (conversation: number, to: number) => ask({ kind: 'open', conversation, from: windowAt(to), current: to }),
    seek: (conversation: number, after: number) => ask({ kind: 'seek', conversation, after }),
  }
}
