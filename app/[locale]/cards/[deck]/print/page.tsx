import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { PrintButton } from '@/components/cards/print-button'
import { PrintSheets } from '@/components/cards/print-sheets'
import '@/components/cards/print.css'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { cardStates } from '@/lib/review/card-state'
import { dayOf } from '@/lib/review/day'
import { deckName } from '@/lib/review/deck'
import { layOut, papers } from '@/lib/review/print-layout'
import { dayClockOf } from '@/lib/review/settings'
import { findOpenDeck } from '../../find-open-deck'
import { findPlaces } from '../list-entries'
import { sidesOfPlaces } from '../sides-of-places'

type Props = PageProps<'/[locale]/cards/[deck]/print'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findOpenDeck((await params).deck)).title }
}

/** More than this no browser lays out at once without a pause, and nobody cuts out. */
const mostCards = 600

const query = z.object({
  q: z.string().max(200).catch(''),
  show: z.enum(['all', ...cardStates]).catch('all'),
  paper: z.enum(papers).catch('a4'),
})

/** A deck for paper: sheets of fronts, each followed by the sheet of their backs, mirrored, with lines to cut along. */
export default async function PrintPage({ params, searchParams }: Props) {
  const locale = await getLocale()
  const t = await getTranslations('cards')
  const { deck, title, places, reader } = await findOpenDeck((await params).deck)
  const { q, show, paper } = query.parse(await searchParams)
  const say = await loadSay(locale)
  const { userId, settings, foundTimeZone } = reader
  const now = new Date()
  const today = dayOf(dayClockOf(settings, foundTimeZone), now.getTime())
  const found = await findPlaces(places, { userId, say, locale, query: q, show, now, today })
  const sides = await sidesOfPlaces(found.slice(0, mostCards), { userId, say })
  const sheets = layOut(sides)
  const address = `/cards/${deckName(deck)}`
  const onPaper = (other: string) => `${address}/print?${new URLSearchParams({ q, show, paper: other })}`
  return (
    <div className="flex flex-col gap-6">
      <header className="screen-only flex max-w-text flex-col gap-4">
        <p>
          <Link href={address} className={textLink}>
            ← {title}
          </Link>
        </p>
        <h1>{t('printTitle')}</h1>
        <p>{t('printLead')}</p>
        <nav aria-label={t('paper')} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="font-medium">{t('paper')}</span>
          {papers.map((other) => (
            <Link
              key={other}
              href={onPaper(other)}
              aria-current={other === paper ? 'true' : undefined}
              className="inline-flex min-h-11 items-center border-transparent border-b-2 px-1 aria-[current]:border-accent aria-[current]:font-semibold"
            >
              {t(other)}
            </Link>
          ))}
        </nav>
        <div className="flex flex-wrap items-center gap-4">
          <PrintButton text={t('printNow')} />
          <p className="text-muted text-sm">{t('printHint', { pages: sheets.length * 2 })}</p>
        </div>
        {found.length > sides.length && <p className="text-muted">{t('printMost', { count: sides.length })}</p>}
        {sheets.length === 0 && <p>{t('found', { count: 0 })}</p>}
      </header>
      <PrintSheets
        sheets={sheets}
        paper={paper}
        words={{
          fronts: (sheet) => t('sheetFronts', { sheet }),
          backs: (sheet) => t('sheetBacks', { sheet }),
          own: t('own'),
        }}
      />
    </div>
  )
}
