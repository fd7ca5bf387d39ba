'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import { textLink } from '@/components/ui/text-link'
import { Install } from './install'
import type { OfflineTexts } from './texts'
import { useDevice } from './use-device'
import { startWorker, stopWorker } from './worker'

type Props = {
  /** Who is signed in; null for nobody. */
  readonly owner: string | null
  readonly build: string
  readonly locale: string
  readonly words: OfflineTexts
}

/** Below a review: what this device has taken along, what waits to be sent, and the way to take cards along. */
export function AlongNotice({ owner, build, locale, words }: Props) {
  const [device, view] = useDevice(build, owner)
  const [isTaking, setIsTaking] = useState(false)
  const [isPageKept, setIsPageKept] = useState<boolean | null>(null)

  const keepPage = useCallback(async () => setIsPageKept(await startWorker(build)), [build])
  const hasBegun = useRef(false)
  const take = useCallback(async () => {
    hasBegun.current = true
    setIsTaking(true)
    await device.want()
    await keepPage()
    setIsTaking(false)
  }, [device, keepPage])
  const keepNone = async () => {
    if (owner !== null) await device.forget(owner)
    await stopWorker()
    setIsPageKept(null)
  }

  // Whoever has installed the app means to have it where no network is; what was taken along before is kept up to date.
  const isTaken = view.taken !== null
  const isMissing = view.isRead && view.trouble === null && !isTaken && isInstalled()
  useEffect(() => {
    if (hasBegun.current || !(isTaken || isMissing)) return
    hasBegun.current = true
    void (isTaken ? keepPage() : take())
  }, [isTaken, isMissing, keepPage, take])

  return (
    <section className="mt-4 flex flex-col items-start gap-3 border-rule border-t pt-6">
      <h2 className="text-base">{words.details}</h2>
      {view.taken !== null ? (
        <>
          <p>{fill(words.takenCount, { count: view.taken.cards.length })}</p>
          <p className="max-w-text text-muted text-sm" role="status">
            {isPageKept === null ? words.preparing : isPageKept ? words.ready : words.notReady}
          </p>
        </>
      ) : (
        <p className="max-w-text text-muted text-sm" role="status">
          {view.trouble === 'no storage' ? words.noStorage : isTaking ? words.preparing : words.takeHint}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {!isTaken && (
          <Button onClick={take} disabled={isTaking}>
            {words.take}
          </Button>
        )}
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
