import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AllShown } from '@/components/cards/all-shown'
import { AsideForm } from '@/components/cards/aside-form'
import { DeckSearch } from '@/components/cards/deck-search'
import { EntryRow } from '@/components/cards/entry-row'
import { TakeSet } from '@/components/review/take-set'
import { buttonClass } from '@/components/ui/button'
import { Pager } from '@/components/ui/pager'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { loadSay, type Say } from '@/lib/i18n/say'
import { cardStates, dueDayOf, isPutOff } from '@/lib/review/card-state'
import { type Day, dayOf } from '@/lib/review/day'
import { deckName } from '@/lib/review/deck'
import { dayClockOf } from '@/lib/review/settings'
import { comesBackOn } from '@/lib/words/come-back'
import { takeSet } from '../../review/take-set'
import { findOpenDeck } from '../find-open-deck'
import { type Entry, findPlaces, listEntries } from './list-entries'
import { OwnDeck } from './own-deck'
import { setAside } from './set-aside'

type Props = PageProps<'/[locale]/cards/[deck]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findOpenDeck((await params).deck)).title }
}

const pageLength = 50

const query = z.object({
  q: z.string().max(200).catch(''),
  show: z.enum(['all', ...cardStates]).catch('all'),
  page: z.coerce.number().int().min(1).max(999).catch(1),
})

/** A deck: what stands on its cards and where each stands, to search, to suspend, to flip, to shuffle and to print. */
export default async function DeckPage({ params, searchParams }: Props) {
  const locale = await getLocale()
  const t = await getTranslations('cards')
  const open = await findOpenDeck((await params).deck)
  const { deck, title, places, reader } = open
  const { q, show, page } = query.parse(await searchParams)
  const say = await loadSay(locale)
  const now = new Date()
  const today = dayOf(dayClockOf(reader.settings, reader.foundTimeZone), now.getTime())
  const { userId } = reader
  const found = await findPlaces(places, { userId, say, locale, query: q, show, now, today })
  const pages = Math.max(1, Math.ceil(found.length / pageLength))
  const at = Math.min(page, pages)
  const shown = await listEntries(found.slice((at - 1) * pageLength, at * pageLength), { userId, say, locale })
  const name = deckName(deck)
  const search = new URLSearchParams({ ...(q !== '' && { q }), ...(show !== 'all' && { show }) }).toString()
  const isHeld = places.some(({ card }) => card !== null)
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-4">
        <p>
          <Link href="/cards" className={textLink}>
            ← {t('toDecks')}
          </Link>
        </p>
        <h1 className="[overflow-wrap:anywhere]">{title}</h1>
        {places.length === 0 ? (
          <p>{deck.kind === 'all' ? t('emptyAll') : t('emptyDeck')}</p>
        ) : (
          <>
            <div className="flex flex-wrap gap-3">
              {isHeld && (
                <Link href={`/cards/${name}/flip`} prefetch={false} className={buttonClass('primary')}>
                  {t('flip')}
                </Link>
              )}
              <Link href={`/cards/${name}/look`} prefetch={false} className={buttonClass()}>
                {t('shuffle')}
              </Link>
              <Link
                href={`/cards/${name}/print${search === '' ? '' : `?${search}`}`}
                prefetch={false}
                className={buttonClass()}
              >
                {t('print')}
              </Link>
            </div>
            <p className="text-muted text-sm">{t('shuffleHint')}</p>
          </>
        )}
        {deck.kind === 'set' && places.some(({ card }) => card === null) && (
          <TakeSet set={deck.set} take={takeSet} words={{ take: t('takeSet'), busy: t('deckErrors.busy') }} />
        )}
        {(deck.kind === 'own' || deck.kind === 'mine') && (
          <p>
            <Link
              href={deck.kind === 'own' ? `/cards/write?deck=${deck.id}` : '/cards/write'}
              className={buttonClass(places.length === 0 ? 'primary' : 'plain')}
            >
              {t('write')}
            </Link>
          </p>
        )}
      </header>
      {places.length > 0 && (
        <section className="flex flex-col gap-4">
          <DeckSearch
            query={q}
            show={show}
            words={{
              search: t('search'),
              hint: t('searchHint'),
              show: t('show'),
              find: t('find'),
              filters: ['all', ...cardStates].map((value) => [value, t(`filter.${value as 'all'}`)] as const),
            }}
          />
          <p role="status" className="text-muted">
            {t('found', { count: found.length })}
          </p>
          <AsideForm act={setAside} busy={t('deckErrors.busy')}>
            <AllShown
              cards={shown.flatMap(({ card }) => (card === null ? [] : [card]))}
              words={{ suspend: t('suspendShown'), resume: t('resumeShown') }}
            />
            <ul className="flex flex-col">
              {shown.map((entry) => (
                <EntryRow
                  key={entry.factId ?? entry.noteId}
                  entry={entry}
                  state={stateWords(t, entry, { say, today })}
                  words={{ suspend: t('suspend'), resume: t('resume'), edit: t('edit'), warned: t('warned') }}
                />
              ))}
            </ul>
          </AsideForm>
          <Pager
            page={at}
            pages={pages}
            addressOf={(to) => `/cards/${name}?${new URLSearchParams({ q, show, page: String(to) })}`}
            words={{
              label: t('pages'),
              here: t('page', { page: at, pages }),
              previous: t('previous'),
              next: t('next'),
            }}
          />
        </section>
      )}
      {open.own !== null && <OwnDeck own={open.own} />}
    </div>
  )
}

type T = Awaited<ReturnType<typeof getTranslations<'cards'>>>

function stateWords(t: T, { state, card }: Entry, { say, today }: { readonly say: Say; readonly today: Day }): string {
  if (state !== 'scheduled') return t(`state.${state}`)
  const day = card === null ? null : dueDayOf(card)
  const when = comesBackOn(say, Math.max(0, (day ?? today) - today))
  return card !== null && isPutOff(card, today) ? t('state.putOff', { when }) : t('state.scheduled', { when })
}
