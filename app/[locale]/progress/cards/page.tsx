import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CardList } from '@/components/progress/card-list'
import { NothingYet } from '@/components/progress/nothing-yet'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { Pager } from '@/components/ui/pager'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { pageOf } from '@/lib/progress/page-of'
import { rememberedOn } from '@/lib/progress/remember'
import { hasWords } from '@/lib/review/has-words'
import { findReader } from '@/lib/session/reader'
import { findNotes } from '@/lib/store/notes/note'
import { listCards } from '@/lib/store/progress/list-cards'
import type { Card } from '@/lib/store/review/card'
import { findLearner } from '@/lib/store/review/learner'
import { cardDueWords } from '@/lib/words/card-due'
import { cardWords } from '@/lib/words/card-words'
import { factWords } from '@/lib/words/fact-words'

const cardsShown = 20

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('progress')
  return { title: t('cards.title') }
}

/** Every card of the reader's, found by what it asks. */
export default async function CardsPage({ searchParams }: PageProps<'/[locale]/progress/cards'>) {
  const [t, locale, query] = [await getTranslations('progress'), await getLocale(), await searchParams]
  const { userId, settings, foundTimeZone } = await findReader()
  const cards = userId === undefined ? [] : await listCards(userId)
  if (cards.length === 0)
    return (
      <Page title={t('cards.title')}>
        <NothingYet />
      </Page>
    )
  const sought = ([query.q].flat()[0] ?? '').trim()
  const [say, { scheduler, today }] = [
    await loadSay(locale),
    await findLearner({ userId, settings, foundTimeZone, now: new Date() }),
  ]
  // A card that was never asked can't be forgotten: those come last.
  const notes = await findNotes(
    userId ?? '',
    cards.flatMap(({ noteId }) => noteId ?? []),
  )
  // Of a note the text is searched as it was written; it is read as Markdown where it is shown.
  const textOf = ({ factId, noteId }: Card) =>
    factId === null ? (notes.get(noteId ?? '')?.front ?? '') : factWords(say, factId)
  const found = rememberedOn(cards, scheduler, today)
    .filter(({ card }) => hasWords(textOf(card), sought))
    .toSorted((a, b) => (a.recall ?? 2) - (b.recall ?? 2))
  const { entries, page, pages } = pageOf(found, [query.page].flat()[0], cardsShown)
  return (
    <Page title={t('cards.title')}>
      <p>{t('cards.lead')}</p>
      <form action={`/${locale}/progress/cards`} className="flex flex-wrap items-end gap-3">
        <label className="flex min-w-0 grow flex-col gap-1">
          <span>
            {t('cards.search')} <span className="text-muted text-sm">{t('cards.searchHint')}</span>
          </span>
          <input
            type="search"
            name="q"
            defaultValue={sought}
            maxLength={100}
            className="min-h-11 w-full rounded-sm border border-edge bg-sheet px-3"
          />
        </label>
        <Button type="submit">{t('cards.find')}</Button>
      </form>
      <p role="status" className="text-muted">
        {t('cards.found', { count: found.length })}
        {sought !== '' && (
          <>
            {' · '}
            <Link className={textLink} href="/progress/cards">
              {t('cards.all')}
            </Link>
          </>
        )}
      </p>
      {found.length === 0 ? (
        <p>{t('cards.nothing')}</p>
      ) : (
        <CardList
          cards={entries.map(({ card, recall }) => ({
            cardId: card.id,
            words: cardWords(say, card, notes.get(card.noteId ?? '')),
            recall,
            due: card.memory === null ? null : cardDueWords(say, { ...card, memory: card.memory }, today),
            reps: card.memory?.reps ?? 0,
          }))}
        />
      )}
      <Pager
        {...{ page, pages }}
        addressOf={(to) => ({
          pathname: '/progress/cards',
          query: { ...(sought !== '' && { q: sought }), page: String(to) },
        })}
        words={{
          label: t('cards.pages'),
          here: t('cards.page', { page, pages }),
          previous: t('cards.previous'),
          next: t('cards.next'),
        }}
      />
    </Page>
  )
}
