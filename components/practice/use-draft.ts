import { useEffect, useState } from 'react'
import { readTab, writeTab } from '@/components/ui/tab-storage'
import type { PresentedItem } from '@/lib/words/presented-item'
import { type Draft, emptyDraft, parseDraft } from './draft'

/**
 * The draft for one question, kept in this tab under `name`: it outlives a reload and a change of the language. With it
 * comes what forgets it, once the answer is in.
 */
export function useDraft(name: string, item: PresentedItem) {
  const [empty] = useState(() => emptyDraft(item))
  const [draft, setDraft] = useState<Draft>(empty)
  const key = `timewait.draft.${name}`
  // The server knows of no draft, so what was kept is put back when its page stands.
  useEffect(() => {
    const kept = parseDraft(item, readTab(key))
    if (kept !== null) setDraft(kept)
  }, [key, item])
  // Written down with every change, for nobody says before they reload.
  useEffect(() => {
    if (draft !== empty) writeTab(key, JSON.stringify(draft))
  }, [draft, empty, key])
  return { draft, setDraft, forget: () => writeTab(key, null) }
}
