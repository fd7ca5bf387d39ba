import { useEffect, useEffectEvent, useState } from 'react'
import { readTab, writeTab } from '@/components/ui/tab-storage'
import { parseTyped, type Typed } from './typed'

/**
 * What stands in the editor, kept in this tab under `name`: it outlives a reload and a change of the language.
 * `onRestored` hears what was put back. With it comes what forgets it, once it is kept as a question.
 */
export function useTyped(name: string, first: Typed, onRestored: (typed: Typed) => void) {
  const [start] = useState(first)
  const [typed, setTyped] = useState(start)
  const [isRestored, setRestored] = useState(false)
  const key = `timewait.author.${name}`
  const restore = useEffectEvent((kept: Typed) => {
    setTyped(kept)
    setRestored(true)
    onRestored(kept)
  })
  // The server knows of no draft, so what was kept is put back when its page stands.
  useEffect(() => {
    const kept = parseTyped(readTab(key))
    if (kept !== null) restore(kept)
  }, [key])
  // Written down with every change, for nobody says before they reload.
  useEffect(() => {
    if (typed !== start) writeTab(key, JSON.stringify(typed))
  }, [typed, start, key])
  const forget = () => writeTab(key, null)
  const startAnew = () => {
    forget()
    setTyped(start)
    setRestored(false)
  }
  return { typed, setTyped, isRestored, forget, startAnew }
}
