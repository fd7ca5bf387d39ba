'use client'

import { useState, useSyncExternalStore } from 'react'
import { NotLoaded } from '@/components/item/not-loaded'
import type { PracticeTexts } from '@/components/practice/texts'
import type { ReviewTexts } from '@/components/review/texts'
import { Button, buttonClass } from '@/components/ui/button'
import { type DeviceView, unsentOf } from './device'
import { DeviceCounts } from './device-counts'
import { OfflineRun } from './offline-run'
import { OthersWaiting } from './others-waiting'
import { RefusedReviews } from './refused-reviews'
import type { OfflineTexts, OthersTexts } from './texts'
import { useDevice } from './use-device'
import { useReviewer } from './use-reviewer'

type Props = {
  readonly build: string
  readonly locale: string
  readonly texts: PracticeTexts
  readonly review: ReviewTexts
  readonly words: OfflineTexts
  readonly others: OthersTexts
}

/** The page where no network is needed: the cards of this device, and what became of the reviews that were done on it. */
export function OfflineDesk({ build, locale, texts, review, words, others }: Props) {
  const [device, view] = useDevice(build)
  const loaded = useReviewer(view.taken, locale)
  const [isStarted, setIsStarted] = useState(false)
  const from = useSyncExternalStore(never, findFrom, () => null)
  const isOffline = view.server === 'unreached'
  const hasCards = (view.taken?.cards.length ?? 0) > 0
  // A card that is being answered stays when the network is back.
  if (isOffline && hasCards && !isStarted) setIsStarted(true)
  const status = (
    <>
      <div className="flex flex-col gap-1 border-rule border-b pb-4">
        <p role="status" className={isOffline ? 'font-medium' : 'text-muted'}>
          {view.trouble === null ? statusOf(view, words) : ''}
        </p>
        <DeviceCounts view={view} words={words} />
      </div>
      {view.trouble !== null && (
        <p role="alert" className="border-wrong border-l-4 pl-4">
          {view.trouble === 'no storage' ? words.noStorage : words.signedOut}
        </p>
      )}
      <OthersWaiting build={build} words={others} />
      <RefusedReviews view={view} words={words} dismiss={() => void device.dismiss()} />
    </>
  )
  if (isStarted && hasCards)
    return (
      <div className="flex flex-col gap-6">
        {status}
        {view.server === 'reached' && <ToReview {...{ from, locale, words }} />}
        {loaded.kind === 'loaded' && (
          <OfflineRun {...{ device, view, locale, texts, review, words }} reviewer={loaded.reviewer} />
        )}
        {loaded.kind === 'failed' && <NotLoaded texts={texts} />}
      </div>
    )
  return (
    <div className="flex max-w-text flex-col gap-6">
      <h1>{words.title}</h1>
      {status}
      {view.isRead && !hasCards && view.trouble === null && <p>{words.nothingTaken}</p>}
      {view.server === 'unknown' && hasCards ? (
        <p>
          <Button onClick={() => setIsStarted(true)}>{words.begin}</Button>
        </p>
      ) : (
        <ToReview {...{ from, locale, words }} />
      )}
    </div>
  )
}

function statusOf(view: DeviceView, words: OfflineTexts): string {
  const { isRead, server, taken, reviews } = view
  if (server === 'unreached') return words.offline
  if (server === 'reached' && unsentOf(view).length > 0) return words.sending
  if (server === 'reached') return reviews.some(({ status }) => status === 'unrated') ? words.unrated : words.online
  return isRead && taken === null ? '' : words.looking
}

type ToReviewProps = { readonly from: string | null; readonly locale: string; readonly words: OfflineTexts }

/** The ways back to the pages that need the network; plain links, for the pages are to be asked for anew. */
function ToReview({ from, locale, words }: ToReviewProps) {
  return (
    <p className="flex flex-wrap gap-4">
      <a className={buttonClass('primary')} href={`/${locale}/review`}>
        {words.toReview}
      </a>
      {from !== null && (
        <a className={buttonClass()} href={from}>
          {words.tryAgain}
        </a>
      )}
    </p>
  )
}

const never = () => () => {}

/** The page that did not come, where this one stands in its place; nothing but an address of our own. */
function findFrom(): string | null {
  const from = new URLSearchParams(window.location.search).get('from')
  return from !== null && /^\/(?![/\\])/.test(from) ? from : null
}
