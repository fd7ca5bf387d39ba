import { fill } from '@/components/practice/fill'
import { type DeviceView, unsentOf } from './device'
import type { OfflineTexts } from './texts'

/** What this device holds, what waits to be sent, and what was sent; said politely whenever it changes. */
export function DeviceCounts({ view, words }: { readonly view: DeviceView; readonly words: OfflineTexts }) {
  const waiting = unsentOf(view).length
  return (
    <p role="status" className="flex flex-wrap gap-x-6 gap-y-1 text-muted">
      {view.taken !== null && <span>{fill(words.takenCount, { count: view.taken.cards.length })}</span>}
      {waiting > 0 && <strong className="font-medium text-ink">{fill(words.waitingCount, { count: waiting })}</strong>}
      {view.sentCount > 0 && <span>{fill(words.sentCount, { count: view.sentCount })}</span>}
    </p>
  )
}
