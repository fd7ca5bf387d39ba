import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FlipRun } from '@/components/cards/flip-run'
import { cardTexts } from '@/components/cards/texts'
import { UndoneStatus } from '@/components/review/undone-status'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { deckName } from '@/lib/review/deck'
import { findNextFlip } from '@/lib/store/review/flip'
import { findLearner } from '@/lib/store/review/learner'
import { presentFlip } from '@/lib/words/present-flip'
import { findOpenDeck, type OpenDeck } from '../../find-open-deck'

type Props = PageProps<'/[locale]/cards/[deck]/flip'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findOpenDeck((await params).deck)).title }
}

/** A deck to flip, in the order of the schedule: the card whose turn it is, and the one after it. */
export default async function FlipPage({ params }: Props) {
  const locale = await getLocale()
  const { deck, title, reader } = await findOpenDeck((await params).deck)
  const { first, second, waiting } = await findFirstTwo({ deck, reader })
  const say = await loadSay(locale)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6">
      <UndoneStatus text={say('review.undone')} />
      {first === undefined ? (
        <NothingDue title={title} address={`/cards/${deckName(deck)}`} />
      ) : (
        <FlipRun
          first={presentFlip(say, first)}
          second={second === undefined ? null : presentFlip(say, second)}
          left={{ due: waiting.due, fresh: waiting.fresh, steps: waiting.steps + waiting.soon }}
          deck={deckName(deck)}
          locale={locale}
          numberKeys={reader.settings.numberKeys}
          texts={cardTexts(say)}
        />
      )}
    </div>
  )
}

async function findFirstTwo({ deck, reader }: Pick<OpenDeck, 'deck' | 'reader'>) {
  const { userId, settings, foundTimeZone } = reader
  const none = { steps: 0, due: 0, fresh: 0, soon: 0 }
  if (userId === undefined) return { first: undefined, second: undefined, waiting: none }
  const now = new Date()
  const learner = await findLearner({ userId, settings, foundTimeZone, now })
  const asking = { userId, learner, now, deck }
  const { flip: first, waiting } = await findNextFlip({ ...asking, onScreen: null })
  const ahead = first === undefined ? undefined : await findNextFlip({ ...asking, onScreen: first.card })
  return { first, second: ahead?.flip, waiting }
}

async function NothingDue({ title, address }: { readonly title: string; readonly address: string }) {
  const t = await getTranslations('cards')
  return (
    <div className="flex flex-col items-start gap-4">
      <h1>{t('doneTitle')}</h1>
      <p>{t('done')}</p>
      <Link href={address} className={buttonClass('primary')}>
        {title}
      </Link>
    </div>
  )
}
