'use client'

import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { isFreeKey } from '@/components/ui/is-free-key'
import type { PresentedSides } from '@/lib/words/presented-sides'
import { CardBack } from './card-back'
import { CardFront } from './card-front'
import type { CardTexts } from './texts'

type Props = {
  readonly sides: PresentedSides
  readonly texts: CardTexts
  readonly locale: string
  /** Whether keys without a modifier act by themselves. */
  readonly byKey: boolean
  readonly heading?: Ref<HTMLHeadingElement>
  /** What stands below the back: the ratings, or where to go on. Given once the card is turned. */
  readonly children?: ReactNode
}

/** A card with two sides: the front, and once it is turned by Space, by a tap or by its button, the back below it. */
export function FlipCard({ sides, texts, locale, byKey, heading, children }: Props) {
  const [turned, setTurned] = useState(false)
  const back = useRef<HTMLHeadingElement>(null)
  useSpace(() => setTurned(true), byKey && !turned)
  // The back has come on the same page: whoever reads by ear is taken to it.
  useEffect(() => {
    if (turned) back.current?.focus({ preventScroll: true })
  }, [turned])
  return (
    <article className="flex flex-col gap-5">
      <div
        className={`relative flex flex-col justify-between gap-6 rounded-sm border border-edge bg-sheet p-4 sm:p-6 ${turned ? '' : 'min-h-48'}`}
      >
        <CardFront sides={sides} texts={texts} {...(heading !== undefined && { heading })} />
        {!turned && (
          <div className="flex flex-wrap items-center gap-3">
            {/* The button covers the card, so that a tap anywhere turns it. */}
            <Button look="primary" onClick={() => setTurned(true)} data-turn>
              <span className="after:absolute after:inset-0">{texts.turn}</span>
            </Button>
            {byKey && <kbd className="hidden text-muted text-sm keyboard:inline">{texts.turnKey}</kbd>}
          </div>
        )}
      </div>
      {turned && (
        <>
          <section className="flex flex-col gap-4 rounded-sm border border-edge border-t-4 border-t-accent bg-sheet p-4 sm:p-6">
            <h2 ref={back} tabIndex={-1} className="text-muted text-sm outline-none">
              {texts.back}
            </h2>
            <CardBack {...{ sides, texts, locale }} />
          </section>
          {children}
        </>
      )}
    </article>
  )
}

function useSpace(act: () => void, isActive: boolean): void {
  // The focus may be on the heading or on nothing: the listener is the document's.
  useEffect(() => {
    if (!isActive) return
    const listen = (event: KeyboardEvent) => {
      if (event.key !== ' ' || !isFreeKey(event)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [act, isActive])
}
