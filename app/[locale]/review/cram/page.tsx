import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { practiceTexts } from '@/components/practice/texts'
import { CramRun } from '@/components/review/cram-run'
import { cramTexts } from '@/components/review/cram-texts'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/form/fields'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link, redirect } from '@/lib/i18n/navigation'
import { loadSay, type Say } from '@/lib/i18n/say'
import { seedOf } from '@/lib/items/random'
import { topics } from '@/lib/items/topics'
import { type Cram, cramChoices, cramCounts, parseCram } from '@/lib/review/cram'
import { findReader } from '@/lib/session/reader'
import { findLearner } from '@/lib/store/review/learner'
import { listCram } from '@/lib/store/review/list-cram'
import { findCrammed } from '@/lib/store/review/next-crammed'
import { wordKey } from '@/lib/tcp/word-key'
import { presentQuestion } from '@/lib/words/present-card'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review.cram')
  return { title: t('title') }
}

/** Cards gone through aside from the schedule: which ones, and then one after the other. */
export default async function CramPage({ searchParams }: PageProps<'/[locale]/review/cram'>) {
  const locale = await getLocale()
  const asked = parseCram(await searchParams)
  // The order is decided once and stands in the address, so that a reload asks the same.
  if (asked !== null && asked.seed === undefined)
    return redirect({ href: { pathname: '/review/cram', query: { ...asked, seed: anySeed() } }, locale })
  const run = asked === null ? null : await runOf(asked, locale)
  return run ?? <Choice nothing={asked !== null} />
}

const anySeed = () => Math.floor(Math.random() * 2_147_483_647)

async function runOf(cram: Cram, locale: Awaited<ReturnType<typeof getLocale>>) {
  const { userId, settings, foundTimeZone } = await findReader()
  if (userId === undefined) return null
  const { today } = await findLearner({ userId, settings, foundTimeZone, now: new Date() })
  const turns = (await listCram({ userId, today }, cram)).map((card) => ({
    card,
    seed: seedOf(`${cram.seed} ${card}`) >>> 1,
  }))
  const say = await loadSay(locale)
  const found = await findFirst(userId, turns, say)
  if (found === null) return null
  const { presented, at } = found
  return (
    <CramRun
      key={cram.seed}
      first={presented}
      others={turns.slice(at + 1)}
      leftOut={at}
      locale={locale}
      numberKeys={settings.numberKeys}
      texts={practiceTexts(say)}
      words={cramTexts(say)}
    />
  )
}

/** The first card that can be asked, and its place; null where none can. */
async function findFirst(userId: string, turns: readonly { readonly card: string; readonly seed: number }[], say: Say) {
  for (const [at, turn] of turns.entries()) {
    const card = await findCrammed(userId, turn)
    const presented = card === undefined ? null : presentQuestion(say, card)
    if (presented !== null) return { presented, at }
  }
  return null
}

/** Which cards to go through. */
async function Choice({ nothing }: { readonly nothing: boolean }) {
  const t = await getTranslations('review.cram')
  const item = await getTranslations('item')
  const review = await getTranslations('review')
  return (
    <Page title={t('title')}>
      <p className="text-lg">{t('lead')}</p>
      {nothing && (
        <p role="status" className="border-wrong border-l-4 pl-4">
          {t('nothing')}
        </p>
      )}
      <form method="get" className="flex flex-col gap-6">
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-2 font-medium">{t('which')}</legend>
          {cramChoices.map((choice, index) => (
            <label key={choice} className="flex min-h-11 items-center gap-3">
              <input type="radio" name="of" value={choice} defaultChecked={index === 0} className="size-5 shrink-0" />
              <span>
                {t(`of.${choice}`)} <span className="text-muted">{t(`ofHint.${choice}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <SelectField
          name="topic"
          label={t('topic')}
          options={[
            { value: '', text: t('allTopics') },
            ...topics.map((topic) => ({ value: topic, text: item(`topics.${wordKey(topic)}` as 'topics.open') })),
          ]}
          defaultValue=""
        />
        <SelectField
          name="count"
          label={t('count')}
          options={cramCounts.map((count) => ({ value: String(count), text: review('cards', { count }) }))}
          defaultValue="20"
        />
        <p className="flex flex-wrap items-center gap-4">
          <Button type="submit" look="primary">
            {t('start')}
          </Button>
          <Link className={textLink} href="/review">
            {review('backToReview')}
          </Link>
        </p>
      </form>
    </Page>
  )
}
