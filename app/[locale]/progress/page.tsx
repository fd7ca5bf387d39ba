import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { ChoiceForm } from '@/components/practice/choice-form'
import { HeatFigure } from '@/components/progress/heat-figure'
import { MasteryFigure } from '@/components/progress/mastery-figure'
import { NothingYet } from '@/components/progress/nothing-yet'
import { WeakestList } from '@/components/progress/weakest-list'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { itemKinds } from '@/lib/items/item'
import { heatMapOf } from '@/lib/progress/heat-map'
import { masteryBounds, masteryLevelOf, masteryOf, weakestOf } from '@/lib/progress/mastery'
import { rememberedOn } from '@/lib/progress/remember'
import { sumWork, workOfDays } from '@/lib/progress/work'
import { weekdayOf } from '@/lib/review/day'
import { findReader } from '@/lib/session/reader'
import { listActiveItems } from '@/lib/store/active-items'
import { listCards } from '@/lib/store/progress/list-cards'
import { isOfFact } from '@/lib/store/review/card'
import { findLearner } from '@/lib/store/review/learner'
import { findNextAsked } from '@/lib/store/review/next-asked'
import { listTotals } from '@/lib/store/review/totals'
import { factWords } from '@/lib/words/fact-words'
import { startPractice } from '../practice/start-practice'

const weakestShown = 5
const weeksShown = 26

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('progress')
  return { title: t('title') }
}

/** Where somebody stands today: in one sentence, on the state diagram, what is weakest, and the days behind it. */
export default async function ProgressPage() {
  const t = await getTranslations('progress')
  const { userId, settings, foundTimeZone } = await findReader()
  const now = new Date()
  const learner = await findLearner({ userId, settings, foundTimeZone, now })
  const { scheduler, today } = learner
  const items = await listActiveItems()
  const factIds = [...new Set(items.map(({ factId }) => factId))]
  const cards = userId === undefined ? [] : (await listCards(userId)).filter(isOfFact)
  const remembered = rememberedOn(cards, scheduler, today)
  const mastery = masteryOf(factIds, remembered)
  const figure = <MasteryFigure mastery={mastery} bounds={masteryBounds} />
  if (userId === undefined || mastery.whole.met === 0)
    return (
      <Page title={t('title')} width="page">
        <NothingYet />
        {figure}
      </Page>
    )

  const count = (weeksShown - 1) * 7 + weekdayOf(today)
  const totals = await listTotals({ userId, scope: 'day', from: today - count + 1, to: today })
  const days = workOfDays(today, count, totals)
  const { waiting } = await findNextAsked(userId, learner, now)
  const left = waiting.due + waiting.fresh + waiting.steps + waiting.soon
  const weakest = weakestOf(remembered, weakestShown)
  const topics = [
    ...new Set(weakest.flatMap(({ factId }) => items.find((item) => item.factId === factId)?.topic ?? [])),
  ]
  const say = await loadSay(await getLocale())
  const [bound, done] = [(await getFormatter()).number(masteryBounds.firm, { style: 'percent' }), days.at(-1)]
  const practice = await getTranslations('practice')
  return (
    <Page title={t('title')} width="page">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="text-lg">
          {done === undefined || done.reviews === 0
            ? t('today.none')
            : t('today.done', { reviews: done.reviews, minutes: Math.round(done.minutes) })}{' '}
          {t('today.left', { left })}
        </p>
        {left > 0 && (
          <Link className={buttonClass('primary')} href="/review">
            {t('today.review', { left })}
          </Link>
        )}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {figure}
        <section aria-labelledby="weakest" className="flex flex-col gap-3">
          <h2 id="weakest">{t('weakest.title')}</h2>
          {weakest.length === 0 ? (
            <p className="text-muted">{t('weakest.none', { bound })}</p>
          ) : (
            <>
              <p className="text-muted">{t('weakest.lead')}</p>
              <WeakestList
                weakest={weakest.map(({ card, factId, recall }) => ({
                  cardId: card.id,
                  words: factWords(say, factId),
                  recall: recall ?? 0,
                  level: masteryLevelOf(recall ?? 0),
                }))}
              />
              <ChoiceForm
                start={startPractice}
                initial={{ error: null }}
                submit={t('weakest.practise')}
                errors={{
                  nothingChosen: practice('nothingChosen'),
                  nothingFound: practice('nothingFound'),
                  busy: practice('busy'),
                }}
              >
                {topics.map((topic) => (
                  <input key={topic} type="hidden" name="topic" value={topic} />
                ))}
                {itemKinds.map((kind) => (
                  <input key={kind} type="hidden" name="kind" value={kind} />
                ))}
                <input type="hidden" name="length" value={10} />
              </ChoiceForm>
            </>
          )}
        </section>
      </div>
      <HeatFigure map={heatMapOf(days)} sum={sumWork(days)} span="half" />
    </Page>
  )
}
