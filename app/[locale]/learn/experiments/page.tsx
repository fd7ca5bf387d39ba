import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { ComparisonView } from '@/components/pairs/comparison-view'
import { timelineTexts } from '@/components/timeline/texts'
import { Page } from '@/components/ui/page'
import { Words } from '@/components/ui/words'
import { loadSay, type Say } from '@/lib/i18n/say'
import { isTrue } from '@/lib/items/statement-truth'
import { statements } from '@/lib/items/statements'
import { comparisonSlugs } from '@/lib/tcp/peers/comparison-slugs'
import { type Comparison, compare, comparisons } from '@/lib/tcp/peers/comparisons'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pairs.experiments')
  return { title: t('title'), description: t('lead') }
}

/** Where the rule stands that is taken away. */
const cites: Readonly<Record<Comparison, string>> = {
  'lost last ACK': '3.3.2',
  'old duplicate': '3.3.2, 3.4.1',
  'no TIME-WAIT': '3.3.2, 3.6.1, MUST-13',
  'reset in TIME-WAIT': '3.10.7.4 second, RFC 1337',
  'third segment': '3.5',
  'fresh ISN': '3.4.1',
  'FIN counted': '3.4',
  'RST at RCV.NXT': '3.5.3, RFC 5961 3',
}

/** The same for everybody, and some thousand configurations in all: searched once. */
const shown = comparisons.map((name) => ({ name, compared: compare(name) }))

export default async function Experiments() {
  const say = await loadSay(await getLocale())
  return (
    <Page title={say('pairs.experiments.title')} width="page" back={{ href: '/learn', text: say('learn.title') }}>
      <p className="max-w-text">{say('pairs.experiments.lead')}</p>
      <Contents />
      {shown.map(({ name, compared }) => (
        <ComparisonView key={name} name={name} compared={compared} cite={cites[name]} timeline={timelineTexts(say)}>
          <Resting name={name} say={say} />
        </ComparisonView>
      ))}
    </Page>
  )
}

function Contents() {
  const t = useTranslations('pairs.experiments')
  return (
    <nav aria-label={t('contents')}>
      <ol className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
        {shown.map(({ name, compared }) => (
          <li key={name}>
            <a
              href={`#${comparisonSlugs[name]}`}
              className="flex h-full min-h-11 flex-col justify-between gap-1 rounded-sm border border-edge bg-sheet px-3 py-2 hover:border-ink"
            >
              <span className="font-medium">
                <Words text={t(`${comparisonSlugs[name]}.title`)} />
              </span>
              <span className="text-muted text-sm">{t('after', { count: compared.broken.length })}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The statements of the bank that this experiment decides. */
function Resting({ name, say }: { readonly name: Comparison; readonly say: Say }) {
  const t = useTranslations('pairs.experiments')
  const resting = statements.flatMap((statement) => {
    const { id, check } = statement
    return check.kind === 'experiment' && check.rests === name ? [{ id, holds: isTrue(statement) }] : []
  })
  if (resting.length === 0) return null
  return (
    <>
      <p className="font-medium">{t('rests')}</p>
      <ul className="flex list-disc flex-col gap-2 pl-6">
        {resting.map(({ id, holds }) => (
          <li key={id}>
            <Words text={say(`statements.${id}.text`)} /> <strong>{holds ? t('true') : t('false')}</strong>{' '}
            <span className="text-muted">
              <Words text={say(`statements.${id}.why`)} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
