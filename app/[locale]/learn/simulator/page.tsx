import type { Metadata } from 'next'
import { NextIntlClientProvider, useTranslations } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { Simulator } from '@/components/simulator/simulator'
import { timelineTexts } from '@/components/timeline/texts'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { rulesWorthAsking } from '@/lib/items/worth-asking'
import { playScenario } from '@/lib/scenario/play-scenario'
import { readyNames, selectReady } from '@/lib/scenario/ready-scenarios'
import { parseScenario, simulatorHref } from '@/lib/scenario/scenario-link'
import type { Scenario } from '@/lib/scenario/wish'
import { findReader } from '@/lib/session/reader'
import { profiles } from '@/lib/tcp/profiles'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('scenario')
  return { title: t('title'), description: t('lead') }
}

const empty: Scenario = { start: 'closed', profile: 'rfc9293', wishes: [] }

export default async function SimulatorPage({ searchParams }: PageProps<'/[locale]/learn/simulator'>) {
  const query = await searchParams
  const ready = readyNames.find((name) => name === [query.ready].flat()[0])
  const link = [query.s].flat()[0]
  const read = link === undefined ? undefined : parseScenario(link)
  const scenario = ready === undefined ? (read ?? empty) : selectReady(ready)
  const result = playScenario(scenario)
  const [t, messages, locale, { settings }] = await Promise.all([
    getTranslations('scenario'),
    getMessages(),
    getLocale(),
    findReader(),
  ])
  const { error, machine, learn, review, scenario: words } = messages
  return (
    <div className="flex flex-col gap-6">
      <div className="flex max-w-text flex-col gap-4">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </div>
      <div className="flex flex-wrap items-baseline gap-x-8 gap-y-2">
        <Ready chosen={ready} />
        <Readings scenario={scenario} />
      </div>
      {link !== undefined && read === undefined && ready === undefined && <p role="alert">{t('brokenLink')}</p>}
      {result.kind === 'impossible' && <p role="alert">{t('brokenWish', { why: t(`why.${result.why}`) })}</p>}
      {ready !== undefined && (
        <section aria-label={t(`names.${ready}`)} className="max-w-text border-edge border-l-4 pl-3">
          <h2 className="text-base">{t(`names.${ready}`)}</h2>
          <p>
            <Words text={t(`notes.${ready}`)} />
          </p>
        </section>
      )}
      <NextIntlClientProvider messages={{ error, machine, learn, review, scenario: words }}>
        <Simulator
          key={`${ready ?? link ?? ''}`}
          scenario={scenario}
          fromStart={ready !== undefined}
          keys={settings.numberKeys}
          cards={rulesWorthAsking.map(({ id }) => id)}
          timelineTexts={timelineTexts(await loadSay(locale))}
        />
      </NextIntlClientProvider>
    </div>
  )
}

function Ready({ chosen }: { readonly chosen: string | undefined }) {
  const t = useTranslations('scenario')
  return (
    <details className="open:basis-full">
      <summary className="cursor-pointer py-2 font-semibold">{t('ready')}</summary>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        <li>
          <Link href="/learn/simulator" prefetch={false} className={`inline-block py-2 ${textLink}`}>
            {t('empty')}
          </Link>
        </li>
        {readyNames.map((name) => (
          <li key={name}>
            <Link
              href={`/learn/simulator?ready=${name}`}
              prefetch={false}
              aria-current={name === chosen ? 'true' : undefined}
              className={`inline-block py-2 aria-[current]:font-semibold ${textLink}`}
            >
              {t(`names.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The same wishes by another reading of TCP. */
function Readings({ scenario }: { readonly scenario: Scenario }) {
  const t = useTranslations('scenario')
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      <span className="text-muted">{t('profile')}</span>
      {profiles.map((profile) => (
        <Link
          key={profile}
          href={simulatorHref({ ...scenario, profile })}
          prefetch={false}
          aria-current={profile === scenario.profile ? 'true' : undefined}
          className={`aria-[current]:font-semibold ${textLink}`}
        >
          {t(`profiles.${profile}`)}
        </Link>
      ))}
    </p>
  )
}
