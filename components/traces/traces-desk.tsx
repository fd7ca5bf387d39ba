'use client'

import { type ChangeEvent, useEffect, useId, useState } from 'react'
import { fill } from '@/components/practice/fill'
import type { TimelineTexts } from '@/components/timeline/texts'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'
import { Words } from '@/components/ui/words'
import { CaptureView } from './capture-view'
import { type CiteWords, ListingView } from './listing-view'
import type { TracesTexts } from './texts'
import { type Shown, useTraces } from './use-traces'

type Props = { readonly texts: TracesTexts; readonly timeline: TimelineTexts; readonly cites: CiteWords }

const pile = Array.from({ length: 40 }, (_, index) => `CLOSE-WAIT 1 0 10.0.0.2:80 10.0.0.1:${40_001 + index}`).join(
  '\n',
)

const samples = [
  ['close', 'sampleClose'],
  ['lost', 'sampleLost'],
  ['simultaneous', 'sampleSimultaneous'],
  ['refused', 'sampleRefused'],
] as const

/** Where a capture or a text is brought, and what the machine has to say to it. Nothing leaves the tab. */
export function TracesDesk({ texts, timeline, cites }: Props) {
  const { progress, shown, window: view, begin, readFile, cancel, open } = useTraces()
  const [text, setText] = useState('')
  const isReady = useHydrated()
  const id = useId()
  useDroppedFile(readFile)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file !== undefined) void readFile(file)
    event.target.value = ''
  }
  return (
    <div className="flex flex-col gap-6" inert={!isReady}>
      <div className="flex max-w-text flex-col gap-3">
        <label className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{texts.file}</span>
          <input type="file" accept=".pcap,.pcapng,.cap" onChange={choose} className="min-h-11 max-w-full py-2" />
          <span className="text-muted">{texts.drop}</span>
        </label>
        <label htmlFor={id} className="font-medium">
          <Words text={texts.paste} />
        </label>
        <textarea
          id={id}
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
          spellCheck={false}
          className="w-full rounded-sm border border-edge bg-sheet p-2 font-mono text-sm"
        />
        <div>
          <Button look="primary" onClick={() => begin({ kind: 'text', text })}>
            {texts.read}
          </Button>
        </div>
        <p className="text-muted text-sm">
          <Words text={texts.understood} />
        </p>
        <p>{texts.samples}</p>
        <div className="flex flex-wrap gap-2">
          {samples.map(([sample, key]) => (
            <Button key={sample} onClick={() => begin({ kind: 'sample', sample })}>
              {texts[key]}
            </Button>
          ))}
          <Button onClick={() => begin({ kind: 'text', text: pile })}>
            <span>
              <Words text={texts.samplePile} />
            </span>
          </Button>
        </div>
      </div>
      {progress !== null && (
        <div className="flex flex-wrap items-center gap-3">
          <progress
            value={progress.percent}
            max={100}
            aria-label={fill(texts[progress.stage], { percent: progress.percent })}
          />
          <span>{fill(texts[progress.stage], { percent: progress.percent })}</span>
          <Button onClick={cancel}>{texts.cancel}</Button>
        </div>
      )}
      <div role="status">{shown !== null && <ShownNote shown={shown} texts={texts} />}</div>
      {shown?.kind === 'capture' && view !== null && (
        <CaptureView capture={shown} view={view} texts={texts} timeline={timeline} cites={cites} open={open} />
      )}
      {shown?.kind === 'listing' && <ListingView listing={shown.listing} texts={texts} cites={cites} />}
    </div>
  )
}

function ShownNote({ shown, texts }: { readonly shown: Shown; readonly texts: TracesTexts }) {
  switch (shown.kind) {
    case 'refused':
      return <p>{texts[shown.why]}</p>
    case 'cancelled':
    case 'large':
    case 'failed':
      return <p>{texts[shown.kind]}</p>
    case 'listing':
      return <p>{fill(texts.listing, { lister: shown.listing.lister, count: shown.listing.sockets.length })}</p>
    case 'capture':
      return (
        <>
          {shown.isCut && <p>{fill(texts.cut, { frames: shown.frames })}</p>}
          {shown.skipped > 0 && <p>{fill(texts.skipped, { count: shown.skipped })}</p>}
          {shown.more > 0 && <p>{fill(texts.more, { listed: shown.conversations.length, count: shown.more })}</p>}
          {shown.conversations.length === 0 && <p>{texts.noSegments}</p>}
        </>
      )
  }
}

/** A capture may be dropped anywhere on the page; without this the browser would go to the file and leave the page. */
function useDroppedFile(readFile: (file: File) => Promise<void>): void {
  // Only the window hears a drop wherever it falls.
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) void readFile(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [readFile])
}
