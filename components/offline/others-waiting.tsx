'use client'

import { useSyncExternalStore } from 'react'
import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import { countOthers, onMark } from './mark'
import type { OthersTexts } from './texts'

type Props = {
  /** Who is signed in, null for nobody; absent where the page knows nobody. */
  readonly owner?: string | null
  readonly build: string
  readonly words: OthersTexts
}

/** How many reviews wait on this device for others to sign in, without saying for whom. It loads the device when asked to. */
export function OthersWaiting({ owner, build, words }: Props) {
  const count = useSyncExternalStore(
    onMark,
    () => countOthers(owner),
    () => 0,
  )
  if (count === 0) return null
  const remove = async () => {
    const { thisDevice } = await import('./this-device')
    const device = thisDevice(build)
    if (owner !== undefined) device.isFor(owner)
    await device.removeOthers()
  }
  return (
    <section className="flex max-w-text flex-col gap-1 border-edge border-l-4 pl-4">
      <p>{fill(words.othersWaiting, { count })}</p>
      <details>
        <summary className="min-h-11 cursor-pointer content-center text-muted text-sm">{words.othersNever}</summary>
        <div className="flex flex-col items-start gap-3 pb-1">
          <p className="text-muted text-sm">{words.othersHint}</p>
          <Button onClick={remove}>{words.othersRemove}</Button>
        </div>
      </details>
    </section>
  )
}
