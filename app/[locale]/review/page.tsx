import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cardTexts } from '@/components/cards/texts'
import { AlongNotice } from '@/components/offline/along-notice'
import { OthersWaiting } from '@/components/offline/others-waiting'
import { offlineTexts, othersTexts } from '@/components/offline/texts'
import { UnsentBanner } from '@/components/offline/unsent-banner'
import { practiceTexts } from '@/components/practice/texts'
import { Backlog } from '@/components/review/backlog'
import { ReadySets } from '@/components/review/ready-sets'
import { Review } from '@/components/review/review'
import { reviewTexts } from '@/components/review/texts'
import { UndoneStatus } from '@/components/review/undone-status'
import { buttonClass } from '@/components/ui/button'
import { StandingStatus } from '@/components/ui/form/standing-status'
import { textLink } from '@/components/ui/text-link'
import { findBuildId } from '@/lib/build-id'
import { Link } from '@/lib/i18n/navigation'
import { loadSay, type Say } from '@/lib/i18n/say'
import type { ReadySet } from '@/lib/review/ready-sets'
import type { Coming } from '@/lib/review/what-comes'
import { findReader } from '@/lib/session/reader'
import { findReviewOverview } from '@/lib/store/review/overview'
import { comesBackIn, comesBackOn } from '@/lib/words/come-back'
import { presentCard } from '@/lib/words/present-card'
import { gather, spread } from './spread'
import { takeSet } from './take-set'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('title') }
}

/** The review where it stands: the card that is asked next, or when the next one comes and what could be taken up. */
export default async function ReviewPage() {
  const locale = await getLocale()
  const t = await getTranslations('review')
  const { userId, settings, foundTimeZone } = await findReader()
  const overview = await findReviewOverview({ userId, settings, foundTimeZone, now: new Date() })
  const say = await loadSay(locale)
  const first = overview.asked === undefined ? null : presentCard(say, overview.asked)
  const { overdue, postponed } = overview.backlog
  const build = findBuildId()
  const owner = userId ?? null
  const hasDevice = build !== null && overview.cards > 0
  const banner = (
    <>
      {build !== null && <OthersWaiting {...{ owner, build }} words={othersTexts(say)} />}
      {hasDevice && <UnsentBanner build={build} words={offlineTexts(say)} />}
    </>
  )
  const along = hasDevice && <AlongNotice {...{ owner, build, locale }} words={offlineTexts(say)} />
  const backlog = <Backlog overdue={overdue >= worthSpreading ? overdue : 0} {...{ postponed, spread, gather }} />
  const undone = <UndoneStatus text={t('undone')} />
  if (first !== null)
    return (
      <StandingStatus className="flex flex-col gap-6">
        {undone}
        {banner}
        {backlog}
        <Review
          // Spread, the day has other cards.
          key={postponed}
          first={first}
          left={overview.left}
          locale={locale}
          numberKeys={settings.numberKeys}
          selfRating={settings.selfRating}
          secondTry={settings.secondTry}
          texts={practiceTexts(say)}
          words={reviewTexts(say)}
          cards={cardTexts(say)}
        />
        {along}
        <Aside resting={overview.resting} cards={overview.cards} />
      </StandingStatus>
    )
  const { cards, coming } = overview
  return (
    <StandingStatus className="flex flex-col gap-8">
      {undone}
      {banner}
      <header className="flex max-w-text flex-col gap-3">
        <h1>{t(cards === 0 ? 'noneTitle' : 'emptyTitle')}</h1>
        <p className="text-lg">{cards === 0 ? t('none') : <ComingWords coming={coming} say={say} />}</p>
        <p className="text-muted">{t('lead')}</p>
        <p>
          <Link className={buttonClass(cards === 0 ? 'plain' : 'primary')} href="/practice">
            {t('practise')}
          </Link>
        </p>
      </header>
      {backlog}
      <Aside resting={overview.resting} cards={cards} />
      <section className="flex flex-col gap-4">
        <h2>{t('sets')}</h2>
        <p className="text-muted">{t('setsLead')}</p>
        <ReadySets
          held={overview.sets}
          take={takeSet}
          names={Object.fromEntries(
            overview.sets.map(({ set, count, taken }) => [set, namesOf(t, set, { count, taken })]),
          )}
          words={{ take: t('take'), busy: t('busy') }}
        />
      </section>
      {along}
    </StandingStatus>
  )
}

/** From so many overdue cards on, spreading them is offered. */
const worthSpreading = 20

/** What comes next; where that is nothing, why, and the way to change it. */
async function ComingWords({ coming, say }: { readonly coming: Coming; readonly say: Say }) {
  const t = await getTranslations('review')
  switch (coming.kind) {
    case 'step':
      return t('emptyUntil', { when: comesBackIn(say, coming.inMs) })
    case 'due':
      return t('emptyUntil', { when: comesBackOn(say, coming.inDays) })
    case 'fresh':
      return t('emptyNew', { when: comesBackOn(say, coming.inDays) })
    case 'limits':
      return (
        <>
          {t('emptyLimits')}{' '}
          <Link className={textLink} href="/settings">
            {t('toSettings')}
          </Link>
        </>
      )
    case 'nothing':
      return (
        <>
          {t('emptyAside')}{' '}
          <Link className={textLink} href="/cards/all">
            {t('toAllCards')}
          </Link>
        </>
      )
  }
}

/** What else can be done with cards. */
async function Aside({ resting, cards }: { readonly resting: number; readonly cards: number }) {
  const t = await getTranslations('review')
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2">
      <Link className={textLink} href="/cards">
        {t('toCards')}
      </Link>
      {cards > 0 && (
        <Link className={textLink} href="/review/cram">
          {t('goThrough')}
        </Link>
      )}
      {resting > 0 && (
        <Link className={textLink} href="/review/resting">
          {t('toResting', { count: resting })}
        </Link>
      )}
    </p>
  )
}

type T = Awaited<ReturnType<typeof getTranslations<'review'>>>

function namesOf(t: T, set: ReadySet, held: { readonly count: number; readonly taken: number }) {
  const taken = held.taken === 0 ? t('cards', { count: held.count }) : t('taken', held)
  return { name: t(`set.${set}`), hint: t(`setHint.${set}`), taken }
}
