import { useEffect } from 'react'

/** What has a use for letters of its own. */
const typing = 'input:not([type=radio]):not([type=checkbox]), select, textarea, dialog'

/** What Enter means where the focus is: on these it has a meaning of its own. */
const ownEnter = 'a, button, summary, [role=button]'

/** Calls what belongs to a letter pressed outside of a field: F flags, N and P go on and back, Enter goes on. */
export function useExamKeys(act: Readonly<Record<string, () => void>>): void {
  // A key can be pressed wherever the focus is, so the listener is the document's.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const inside = (selector: string) => event.target instanceof Element && event.target.closest(selector) !== null
      const isTyping = event.key === 'Enter' ? inside(ownEnter) || inside('select, dialog') : inside(typing)
      const isHeld = event.ctrlKey || event.altKey || event.metaKey
      const run = act[event.key.toLowerCase()]
      if (isTyping || isHeld || event.isComposing || run === undefined) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [act])
}
