'use client'

import { useEffect, useRef } from 'react'
import { buttonClass } from '@/components/ui/button'
import { isFreeKey } from '@/components/ui/is-free-key'
import type { PresentedSides } from '@/lib/words/presented-sides'
import { FlipCard } from './flip-card'
import type { CardTexts } from './texts'

type Props = {
  readonly sides: PresentedSides
  /** Addresses; null where there is no card before or behind. */
  readonly previous: string | null
  readonly next: string | null
  readonly again: string
  readonly locale: string
  readonly numberKeys: boolean
  readonly texts: CardTexts
}

/** One card of a shuffled deck, to turn and to go on from; nothing is rated. */
export function LookCard({ sides, previous, next, again, locale, numberKeys, texts }: Props) {
  const links = useRef<HTMLElement>(null)
  // The arrow keys go back and on wherever the focus is, so the listener is the document's.
  useEffect(() => {
    if (!numberKeys) return
    const listen = (event: KeyboardEvent) => {
      const rel = event.key === 'ArrowRight' ? 'next' : event.key === 'ArrowLeft' ? 'prev' : null
      if (rel !== null && !event.shiftKey && isFreeKey(event))
        links.current?.querySelector<HTMLElement>(`[rel=${rel}]`)?.click()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [numberKeys])
  return (
    <>
      <FlipCard byKey={numberKeys} {...{ sides, texts, locale }} />
      <nav ref={links} className="flex flex-wrap gap-3" aria-label={texts.lookNav}>
        {next !== null && (
          <a href={next} rel="next" className={buttonClass('primary')}>
            {texts.lookNext}
          </a>
        )}
        {previous !== null && (
          <a href={previous} rel="prev" className={buttonClass()}>
            {texts.lookPrevious}
          </a>
        )}
        <a href={again} className={buttonClass()}>
          {texts.lookAgain}
        </a>
      </nav>
      {numberKeys && <p className="hidden text-muted text-sm keyboard:block">{texts.lookKeys}</p>}
    </>
  )
}
