import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { timelineTexts } from '@/components/timeline/texts'
import { tracesTexts } from '@/components/traces/texts'
import { TracesDesk } from '@/components/traces/traces-desk'
import { Page } from '@/components/ui/page'
import { citedPlaces, placeWords } from '@/lib/i18n/cite-words'
import { loadSay } from '@/lib/i18n/say'
import { findings } from '@/lib/observer/findings'
import { broken } from '@/lib/observer/mark'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('traces')
  return { title: t('title'), description: t('description') }
}

export default async function Traces() {
  const say = await loadSay(await getLocale())
  const places = [...Object.values(findings).map(({ cite }) => cite), ...Object.values(broken)].flatMap(citedPlaces)
  const cites = Object.fromEntries(places.map((place) => [place, placeWords((key) => say(`machine.${key}`), place)]))
  const learn = await getTranslations('learn')
  return (
    <Page title={say('traces.title')} width="page" back={{ href: '/learn', text: learn('title') }}>
      <div className="flex max-w-text flex-col gap-2">
        <p>{say('traces.lead')}</p>
        <p className="text-muted">{say('traces.privacy')}</p>
      </div>
      <TracesDesk texts={tracesTexts(say)} timeline={timelineTexts(say)} cites={cites} />
    </Page>
  )
}
