import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { LookCard } from '@/components/cards/look-card'
import { cardTexts } from '@/components/cards/texts'
import { textLink } from '@/components/ui/text-link'
import { Link, redirect } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { randomFrom, shuffled } from '@/lib/items/random'
import { deckName } from '@/lib/review/deck'
import { findOpenDeck } from '../../find-open-deck'
import { sidesOfPlaces } from '../sides-of-places'

type Props = PageProps<'/[locale]/cards/[deck]/look'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findOpenDeck((await params).deck)).title }
}

const query = z.object({
  seed: z.coerce.number().int().min(0).max(2147483647),
  at: z.coerce.number().int().min(1).max(99_999).catch(1),
})

/** All cards of a deck in an order of chance, which stands in the address. The schedule knows nothing of it. */
export default async function LookPage({ params, searchParams }: Props) {
  const locale = await getLocale()
  const t = await getTranslations('cards')
  const { deck, title, places, reader } = await findOpenDeck((await params).deck)
  const address = `/cards/${deckName(deck)}`
  const asked = query.safeParse(await searchParams)
  if (!asked.success) return redirect({ href: `${address}/look?seed=${newSeed()}&at=1`, locale })
  const { seed } = asked.data
  const order = shuffled(places, randomFrom(seed))
  const at = Math.min(asked.data.at, Math.max(1, order.length))
  const say = await loadSay(locale)
  const [sides] = await sidesOfPlaces(order.slice(at - 1, at), { userId: reader.userId, say })
  const step = (to: number) => (to < 1 || to > order.length ? null : `/${locale}${address}/look?seed=${seed}&at=${to}`)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 text-muted">
        <p>
          <Link href={address} className={textLink}>
            ← {title}
          </Link>
        </p>
        <p role="status">{t('lookAt', { at, count: order.length })}</p>
      </header>
      {sides === undefined ? (
        <h1>{t('emptyDeck')}</h1>
      ) : (
        <LookCard
          key={`${seed} ${at}`}
          sides={sides}
          previous={step(at - 1)}
          next={step(at + 1)}
          again={`/${locale}${address}/look`}
          locale={locale}
          numberKeys={reader.settings.numberKeys}
          texts={cardTexts(say)}
        />
      )}
      <p className="text-muted text-sm">{t('lookLead')}</p>
    </div>
  )
}

/** Chance enters here, once; from then on it stands in the address. */
function newSeed(): number {
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1))
  return seed >>> 1
}
