'use client'

import { useEffect, useRef } from 'react'
import { fill } from '@/components/practice/fill'
import type { TimelineTexts } from '@/components/timeline/texts'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'
import { BringTrace } from './bring-trace'
import { CaptureView } from './capture-view'
import { type CiteWords, ListingView } from './listing-view'
import type { TracesTexts } from './texts'
import { type Shown, useTraces } from './use-traces'

type Props = { readonly texts: TracesTexts; readonly timeline: TimelineTexts; readonly cites: CiteWords }

/** Where a capture or a text is brought, and what the machine has to say to it. Nothing leaves the tab. */
export function TracesDesk({ texts, timeline, cites }: Props) {
  const traces = useTraces()
  const { progress, shown, window: view } = traces
  const isReady = useHydrated()
  const found = useRef<HTMLDivElement>(null)
  // What was found may be below the edge of the screen, and is what somebody has waited for.
  useEffect(() => {
    if (shown?.kind === 'capture' || shown?.kind === 'listing') found.current?.focus()
    else if (shown !== null) found.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <div className="flex flex-col gap-6" inert={!isReady}>
      <BringTrace {...traces} texts={texts} />
      {progress !== null && (
        <div className="flex flex-wrap items-center gap-3">
          <progress
            value={progress.percent}
            max={100}
            aria-label={fill(texts[progress.stage], { percent: progress.percent })}
          />
          <span>{fill(texts[progress.stage], { percent: progress.percent })}</span>
          <Button onClick={traces.cancel}>{texts.cancel}</Button>
        </div>
      )}
      <div role="status" ref={found} tabIndex={-1} className="scroll-mt-4 outline-none">
        {shown !== null && <ShownNote shown={shown} texts={texts} />}
      </div>
      {shown?.kind === 'capture' && view !== null && (
        <CaptureView capture={shown} view={view} texts={texts} timeline={timeline} cites={cites} {...traces} />
      )}
      {shown?.kind === 'listing' && <ListingView listing={shown.listing} texts={texts} cites={cites} />}
    </div>
  )
}

/** What was found in one line, and what could not be read of it; or why nothing was. */
function ShownNote({ shown, texts }: { readonly shown: Shown; readonly texts: TracesTexts }) {
  switch (shown.kind) {
    case 'refused':
      return <p className={refusal}>{texts[shown.why]}</p>
    case 'cancelled':
      return <p>{texts.cancelled}</p>
    case 'large':
    case 'unreadable':
    case 'failed':
      return <p className={refusal}>{texts[shown.kind]}</p>
    case 'listing': {
      const { lister, sockets } = shown.listing
      return <p className={line}>{fill(texts.listing, { lister, count: sockets.length })}</p>
    }
    case 'capture': {
      const { conversations, more, frames, skipped, isCut } = shown
      return (
        <div className="flex flex-col gap-1">
          <p className={line}>
            {conversations.length === 0
              ? texts.noSegments
              : fill(texts.found, { count: conversations.length + more, frames, segments: frames - skipped })}
          </p>
          {isCut && <p>{fill(texts.cut, { frames })}</p>}
          {skipped > 0 && <p className="text-muted">{fill(texts.skipped, { count: skipped })}</p>}
          {more > 0 && <p>{fill(texts.more, { listed: conversations.length, count: more })}</p>}
        </div>
      )
    }
  }
}

const line = 'font-semibold'
const refusal = 'border-wrong border-l-4 bg-sheet px-4 py-3'
