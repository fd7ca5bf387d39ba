'use client'

import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import { unsentOf } from './device'
import { RefusedReviews } from './refused-reviews'
import type { OfflineTexts } from './texts'
import { useDeviceView } from './use-device'

/** Above a review: what was reviewed on this device and waits to be sent, was just sent, or was refused. */
export function UnsentBanner({ build, words }: { readonly build: string; readonly words: OfflineTexts }) {
  const [device, view] = useDeviceView(build)
  const waiting = unsentOf(view).length
  return (
    <div className="not-has-[p,h2]:absolute flex flex-col gap-4">
      <div role="status">
        {(waiting > 0 || view.sentCount > 0) && (
          <p className="flex flex-wrap items-center gap-x-6 gap-y-2 border-accent border-l-4 bg-sheet p-4">
            {waiting > 0 && <strong className="font-medium">{fill(words.waitingCount, { count: waiting })}</strong>}
            {view.sentCount > 0 && <span>{fill(words.sentCount, { count: view.sentCount })}</span>}
            {/* What is asked below was chosen before they came. */}
            {waiting === 0 && <Button onClick={() => window.location.reload()}>{words.showLeft}</Button>}
          </p>
        )}
      </div>
      <RefusedReviews view={view} words={words} dismiss={() => void device.dismiss()} />
    </div>
  )
}
