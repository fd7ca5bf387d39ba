import { useEffect, useState } from 'react'
import { post } from '@/components/practice/send-answer'
import { Button } from '@/components/ui/button'
import { readTab, writeTab } from '@/components/ui/tab-storage'
import { Words } from '@/components/ui/words'
import type { HintReply, PresentedQuestion } from '@/lib/words/review-exchange'
import type { ReviewTexts } from './texts'

export type Hinted = { readonly hint: HintReply | null; readonly failed: boolean; readonly ask: () => void }

/**
 * The hint about a card, once it is asked for. A hint that was taken outlives a reload, or it could be had for nothing;
 * what is kept is that it was taken.
 */
export function useHint({ card, handle, seed }: PresentedQuestion, locale: string): Hinted {
  // By showing: a hint that comes when its question is gone says nothing of the one that took its place.
  const [got, setGot] = useState<Readonly<Record<string, HintReply | null>>>({})
  const key = `timewait.hint.${card} ${seed}`
  async function ask() {
    const reply = await post<HintReply>('/api/v1/reviews/hint', { card, handle, seed, locale })
    setGot((before) => ({ ...before, [key]: reply.kind === 'marked' ? reply : null }))
    if (reply.kind === 'marked') writeTab(key, '1')
  }
  // The server does not know what was taken in this tab.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when the card is shown
  useEffect(() => {
    if (readTab(key) !== null) void ask()
  }, [key])
  return { hint: got[key] ?? null, failed: got[key] === null, ask }
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
