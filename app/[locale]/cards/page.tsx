import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeckTile } from '@/components/cards/deck-tile'
import { buttonClass } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import { Link } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { listDecks } from '@/lib/store/notes/deck'
import { listDeck } from '@/lib/store/review/list-deck'
import { findReviewOverview } from '@/lib/store/review/overview'
import { deckErrors } from './deck-errors'
import { makeDeck } from './make-deck'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cards')
  return { title: t('title') }
}

/** Every deck: all cards, the ready sets, the learner's own; and what can be done with them. */
export default async function CardsPage() {
  const t = await getTranslations('cards')
  const sets = await getTranslations('review')
  const { userId, settings, foundTimeZone } = await findReader()
  const overview = await findReviewOverview({ userId, settings, foundTimeZone, now: new Date() })
  const decks = userId === undefined ? [] : await listDecks(userId)
  const loose = userId === undefined ? 0 : ((await listDeck(userId, { kind: 'mine' }))?.places.length ?? 0)
  const { due, fresh, steps } = overview.left
  return (
    <div className="flex flex-col gap-10">
      <header className="flex flex-col gap-4">
        <h1>{t('title')}</h1>
        <p className="max-w-text text-lg">{t('lead')}</p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          {due + fresh + steps > 0 && (
            <Link href="/cards/all/flip" className={buttonClass('primary')}>
              {t('flipAll')}
            </Link>
          )}
          <Link href="/cards/write" className={buttonClass(due + fresh + steps > 0 ? 'plain' : 'primary')}>
            {t('write')}
          </Link>
          {due + fresh > 0 && <p className="text-muted">{t('due', { due, fresh })}</p>}
        </div>
      </header>
      <section className="flex flex-col gap-4">
        <h2>{t('readySets')}</h2>
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <DeckTile
            href="/cards/all"
            name={t('all')}
            hint={t('allHint')}
            count={t('count', { count: overview.cards })}
          />
          {overview.sets.map(({ set, count, taken }) => (
            <DeckTile
              key={set}
              href={`/cards/${set}`}
              name={sets(`set.${set}`)}
              hint={sets(`setHint.${set}`)}
              count={taken === 0 ? t('count', { count }) : t('taken', { taken, count })}
            />
          ))}
        </ul>
      </section>
      <section className="flex flex-col gap-4">
        <h2>{t('ownDecks')}</h2>
        <p className="max-w-text text-muted">{t('ownLead')}</p>
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {decks.map(({ id, name, count }) => (
            <DeckTile key={id} href={`/cards/${id}`} name={name} count={t('count', { count })} />
          ))}
          <DeckTile href="/cards/mine" name={t('mine')} hint={t('mineHint')} count={t('count', { count: loose })} />
        </ul>
        <details className="max-w-text">
          <summary className="inline-flex min-h-11 cursor-pointer items-center">{t('newDeck')}</summary>
          <div className="pt-2">
            <ActionForm act={makeDeck} submit={t('makeDeck')} errors={deckErrors(t)} look="plain">
              <TextField name="name" label={t('deckName')} maxLength={120} autoComplete="off" />
            </ActionForm>
          </div>
        </details>
      </section>
    </div>
  )
}
