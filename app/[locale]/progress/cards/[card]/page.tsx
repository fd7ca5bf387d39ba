import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CardCurve } from '@/components/progress/card-curve'
import { CardReviews } from '@/components/progress/card-reviews'
import { CardState } from '@/components/progress/card-state'
import { Page } from '@/components/ui/page'
import { Pager } from '@/components/ui/pager'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { forgettingOf } from '@/lib/progress/forgetting'
import { parsePage } from '@/lib/progress/page-of'
import { findReader } from '@/lib/session/reader'
import { findNote } from '@/lib/store/notes/note'
import { findCardHistory } from '@/lib/store/progress/card-history'
import { findLearner } from '@/lib/store/review/learner'
import { cardDueWords } from '@/lib/words/card-due'
import { cardWords } from '@/lib/words/card-words'

/** How many reviews a page of the history has, and the curve goes through. */
const reviewsShown = 50

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('progress')
  return { title: t('card.title') }
}

/** The history of one card: what it asks, how memory sank and rose, and every review. */
export default async function CardPage({ params, searchParams }: PageProps<'/[locale]/progress/cards/[card]'>) {
  const [{ card: cardId }, query] = [await params, await searchParams]
  const [t, say] = [await getTranslations('progress'), await loadSay(await getLocale())]
  const { userId, settings, foundTimeZone, timeZone } = await findReader()
  const which = { userId: userId ?? '', cardId, limit: reviewsShown }
  const newest = userId === undefined ? undefined : await findCardHistory({ ...which, skip: 0 })
  if (newest === undefined) notFound()
  const { card, reviews } = newest
  const { memory, noteId } = card
  const note = noteId === null ? undefined : await findNote({ userId: which.userId, id: noteId })
  if (noteId !== null && note === undefined) notFound()
  const { scheduler, today } = await findLearner({ userId, settings, foundTimeZone, now: new Date() })
  const reps = memory?.reps ?? 0
  const pages = Math.max(1, Math.ceil(reps / reviewsShown))
  const page = parsePage([query.page].flat()[0], pages)
  const listed = page === 1 ? reviews : (await findCardHistory({ ...which, skip: (page - 1) * reviewsShown }))?.reviews
  return (
    <Page title={t('card.title')} width="page">
      <div className="flex max-w-text flex-col gap-3">
        <p className="border-accent border-l-4 pl-4 text-lg [overflow-wrap:anywhere]">
          <Words text={cardWords(say, card, note)} />
        </p>
        {memory === null ? (
          <p className="text-muted">{t('card.none')}</p>
        ) : (
          <CardState
            memory={memory}
            recall={scheduler.recallOn(memory, today)}
            due={cardDueWords(say, { ...card, memory }, today)}
          />
        )}
        <p>
          <Link className={textLink} href="/progress/cards">
            {t('card.back')}
          </Link>
        </p>
      </div>
      {memory !== null && reviews.length > 0 && (
        <>
          <CardCurve
            forgetting={forgettingOf(reviews.toReversed(), memory, { today, recallAfter: scheduler.recallAfter })}
            today={today}
            wanted={settings.retention}
            recall={scheduler.recallOn(memory, today)}
          />
          <CardReviews count={reps} reviews={listed ?? []} timeZone={timeZone} />
          <Pager
            {...{ page, pages }}
            addressOf={(to) => ({ pathname: `/progress/cards/${cardId}`, query: { page: String(to) } })}
            words={{
              label: t('cards.pages'),
              here: t('cards.page', { page, pages }),
              previous: t('cards.previous'),
              next: t('cards.next'),
            }}
          />
        </>
      )}
    </Page>
  )
}
