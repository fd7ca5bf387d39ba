import { useTranslations } from 'next-intl'
import type { Rating } from '@/lib/review/rating'
import { useFormats } from './use-formats'

type Past = {
  readonly id: string
  readonly at: Date
  readonly rating: Rating
  readonly selfRated: boolean
  readonly itemKind: string
  readonly tookMs: number
  /** Null where a step followed. */
  readonly days: number | null
  readonly recallBefore: number | null
}

type Props = {
  /** How many there are in all. */
  readonly count: number
  readonly reviews: readonly Past[]
  readonly timeZone: string
}

/** The reviews of a card, newest first: when, by which question, how well, and what followed. */
export function CardReviews({ count, reviews, timeZone }: Props) {
  const t = useTranslations('progress.card')
  const ratings = useTranslations('review.ratings')
  const { percent, instant } = useFormats()
  const kind = useKindWords()
  return (
    <section aria-labelledby="reviews" className="flex flex-col gap-2">
      <h2 id="reviews">{t('reviews')}</h2>
      <p className="text-muted">{t('reviewsLead', { count })}</p>
      <ol className="divide-y divide-rule border-rule border-y">
        {reviews.map(({ id, at, rating, selfRated, itemKind, tookMs, days, recallBefore }) => (
          <li key={id} className="grid gap-x-6 py-2 sm:grid-cols-[14rem_1fr]">
            <time dateTime={at.toISOString()} className="tabular-nums">
              {instant(at, timeZone)}
            </time>
            <span>
              <strong className={`font-medium ${rating === 'again' ? 'text-wrong' : ''}`}>{ratings(rating)}</strong>
              {selfRated && <span className="text-muted"> {t('selfRated')}</span>}
              <span className="text-muted">
                {' · '}
                {[
                  kind(itemKind),
                  t('seconds', { seconds: Math.round(tookMs / 1000) }),
                  ...(recallBefore === null ? [] : [t('predicted', { recall: percent(recallBefore) })]),
                  days === null ? t('thenStep') : t('thenDays', { days }),
                ].join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The kind of a question in words; of a card that was flipped, that; a kind that there is no more is named as it was. */
function useKindWords() {
  const t = useTranslations('item.kinds')
  const card = useTranslations('progress.card')
  return (kind: string): string => {
    if (kind === 'flashcard') return card('flipped')
    const key = kind as Parameters<typeof t>[0]
    return t.has(key) ? t(key) : kind
  }
}
