import { useEffect, useMemo, useState } from 'react'
import type { Reviewer } from '@/lib/offline/reviewer'
import type { Taken } from '@/lib/offline/taken'

type Make = (taken: Taken) => Reviewer

export type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loaded'; readonly reviewer: Reviewer }

/** What asks and marks these cards in this language: the machine and its words, loaded by this page alone. */
export function useReviewer(taken: Taken | null, locale: string): Loaded {
  const [make, setMake] = useState<Make | 'failed' | null>(null)
  // The machine and the words are heavy; they come after the page, from what the service worker has kept.
  useEffect(() => {
    let isLeft = false
    const tell = (loaded: Make | 'failed') => !isLeft && setMake(() => loaded)
    void loadReviewer(locale).then(tell, () => tell('failed'))
    return () => {
      isLeft = true
    }
  }, [locale])
  return useMemo(() => {
    if (make === 'failed') return { kind: 'failed' }
    return make === null || taken === null ? { kind: 'loading' } : { kind: 'loaded', reviewer: make(taken) }
  }, [make, taken])
}

async function loadReviewer(locale: string): Promise<Make> {
  const [{ createReviewer }, { loadReviewSay }] = await Promise.all([
    import('@/lib/offline/reviewer'),
    import('@/lib/i18n/review-say'),
    // What some questions are answered with; the network may be gone when they come.
    import('@/components/item/order-answer'),
    import('@/components/item/place-answer'),
  ])
  const say = await loadReviewSay(locale === 'zh-CN' ? 'zh-CN' : 'en')
  return (taken) => createReviewer(say, taken)
}
