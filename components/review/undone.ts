import { readTab, writeTab } from '@/components/ui/tab-storage'

const name = 'timewait.undone'

/** Remembers over the reload that follows that a review was taken back. */
export function keepUndone(): void {
  writeTab(name, '1')
}

/** Whether a review was taken back just before this page was loaded; true once. */
export function takeUndone(): boolean {
  const kept = readTab(name) !== null
  writeTab(name, null)
  return kept
}
