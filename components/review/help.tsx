import { useEffect, useState } from 'react'
import { post } from '@/components/practice/send-answer'
import { Button } from '@/components/ui/button'
import { Words } from '@/components/ui/words'
import type { HintReply, PresentedQuestion } from '@/lib/words/review-exchange'
import type { ReviewTexts } from './texts'

export type Hinted = { readonly hint: HintReply | null; readonly failed: boolean; readonly ask: () => void }

/**
 * The hint about a card, once it is asked for. A hint that was taken outlives a reload, or it could be had for nothing;
 * what is kept is that it was taken.
 */
export function useHint({ card, handle, seed }: PresentedQuestion, locale: string): Hinted {
  const [hint, setHint] = useState<HintReply | null>(null)
  const [failed, setFailed] = useState(false)
  const key = `timewait.hint.${card} ${seed}`
  async function ask() {
    const reply = await post<HintReply>('/api/v1/reviews/hint', { card, handle, seed, locale })
    setFailed(reply.kind !== 'marked')
    if (reply.kind !== 'marked') return
    setHint(reply)
    keep(key)
  }
  // The server does not know what was taken in this tab.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when the card is shown
  useEffect(() => {
    setHint(null)
    setFailed(false)
    if (wasKept(key)) void ask()
  }, [key])
  return { hint, failed, ask }
}

function keep(key: string): void {
  try {
    window.sessionStorage.setItem(key, '1')
  } catch {
    // A browser that keeps nothing forgets the hint with the page.
  }
}

function wasKept(key: string): boolean {
  try {
    return window.sessionStorage.getItem(key) !== null
  } catch {
    return false
  }
}

/** The button that asks for a hint, and the hint in its place once it is there. */
export function Help({ hinted, words }: { readonly hinted: Hinted; readonly words: ReviewTexts }) {
  const { hint, failed, ask } = hinted
  return (
    <>
      {hint === null && <Button onClick={ask}>{words.hint}</Button>}
      <div role="status" className={hint === null ? 'text-wrong' : 'basis-full border-accent border-l-4 pl-4'}>
        {failed && words.refused.busy}
        {hint !== null && (
          <>
            <p>
              <Words text={hint.text} />
              {hint.cite !== '' && <span className="text-muted"> {`RFC 9293 ${hint.cite}`}</span>}
            </p>
            <p className="text-muted text-sm">{words.hinted}</p>
          </>
        )}
      </div>
    </>
  )
}
