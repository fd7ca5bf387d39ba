'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { useRouter } from '@/lib/i18n/navigation'
import { askProgress, createTrainingWatch, type Progress } from './training-watch'

type Props = {
  readonly first: Progress
  readonly words: Readonly<Record<Progress['state'], string>> & { readonly label: string }
}

/** How far the training is, kept up to date; when it has ended, the page is read again and tells what it came to. */
export function TrainingProgress({ first, words }: Props) {
  const router = useRouter()
  // One watch for as long as the training is shown, whatever the page around it reads again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server said first starts the watch, and only that
  const watch = useMemo(() => createTrainingWatch(first, askProgress, () => router.refresh()), [router])
  const { state, progress } = useSyncExternalStore(watch.subscribe, watch.snapshot, watch.initial)
  return (
    <div className="flex flex-col gap-2">
      <progress className="h-3 w-full" max={1} value={progress} aria-label={words.label} />
      <p role="status" className="text-muted">
        {words[state]}
      </p>
    </div>
  )
}
