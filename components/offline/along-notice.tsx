'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { textLink } from '@/components/ui/text-link'
import { DeviceCounts } from './device-counts'
import { Install } from './install'
import { RefusedReviews } from './refused-reviews'
import { onReviewed } from './reviewed'
import type { OfflineTexts } from './texts'
import { useDevice } from './use-device'
import { startWorker, stopWorker } from './worker'

type Props = { readonly build: string; readonly locale: string; readonly words: OfflineTexts }

/** How long the device waits after a review for the next one, before it takes the cards along anew. */
const settleMs = 3000

/** Below a review: what this device has taken along, what waits to be sent, and the way to take cards along. */
export function AlongNotice({ build, locale, words }: Props) {
  const [device, view] = useDevice(build)
  const [isTaking, setIsTaking] = useState(false)
  const [isPageKept, setIsPageKept] = useState<boolean | null>(null)
  const isTaken = view.taken !== null

  const take = useCallback(async () => {
    setIsTaking(true)
    await device.want()
    setIsPageKept(await startWorker(build))
    setIsTaking(false)
  }, [device, build])
  const keepNone = async () => {
    await device.clear()
    await stopWorker()
  }

  // Whoever has installed the app means to have it where no network is; what was taken along before is kept up to date.
  const isWanted = view.isRead && view.trouble === null && (isTaken || isInstalled())
  const hasBegun = useRef(false)
  useEffect(() => {
    if (!isWanted || hasBegun.current) return
    hasBegun.current = true
    void take()
  }, [isWanted, take])
  // A review that was recorded online changes what the device is to hold.
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const stop = onReviewed(() => {
      clearTimeout(waiting)
      waiting = setTimeout(() => void device.sync(), settleMs)
    })
    return () => {
      stop()
      clearTimeout(waiting)
    }
  }, [device])

  return (
    <section className="mt-10 flex flex-col items-start gap-3 border-rule border-t pt-6">
      <h2 className="text-base">{words.details}</h2>
      {isTaken ? (
        <>
          <DeviceCounts view={view} words={words} />
          <p className="max-w-text text-muted text-sm">
            {isTaking ? words.preparing : isPageKept === false ? words.notReady : words.ready}
          </p>
        </>
      ) : (
        <p className="max-w-text text-muted text-sm" role="status">
          {view.trouble === 'no storage' ? words.noStorage : isTaking ? words.preparing : words.takeHint}
        </p>
      )}
      <RefusedReviews view={view} words={words} dismiss={() => void device.dismiss()} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {!isTaken && (
          <Button onClick={take} disabled={isTaking}>
            {words.take}
          </Button>
        )}
        {view.sentCount > 0 && <Button onClick={() => window.location.reload()}>{words.showLeft}</Button>}
        {isTaken && (
          <>
            <a className={textLink} href={`/${locale}/offline`}>
              {words.title}
            </a>
            <button type="button" className={`${textLink} min-h-11 text-muted`} onClick={keepNone}>
              {words.keepNone}
            </button>
          </>
        )}
        <Install words={words} />
      </div>
    </section>
  )
}

function isInstalled(): boolean {
  return typeof window !== 'undefined' && window.matchMedia('(display-mode: standalone)').matches
}
