import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BeliefCard } from '@/components/progress/belief-card'
import { Dismissal } from '@/components/progress/dismissal'
import { StandingStatus } from '@/components/ui/form/standing-status'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { findMisconception } from '@/lib/misconceptions/misconceptions'
import { occasionsOf } from '@/lib/progress/occasions'
import { type WeighedBelief, weighBeliefs } from '@/lib/progress/weigh-beliefs'
import { findReader } from '@/lib/session/reader'
import { listDismissed } from '@/lib/store/progress/dismissed-beliefs'
import { listRecentAnswers, type RecentAnswer, recentLimits } from '@/lib/store/progress/recent-answers'
import { presentEvidence } from '@/lib/words/present-evidence'
import { changeDismissal } from './dismiss-belief'

/** How much of the evidence for a belief, and against it, is shown. */
const evidenceShown = 5

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('progress')
  return { title: t('beliefs.title') }
}

/** What somebody's answers say that they believe, each with the answers that say so. */
export default async function BeliefsPage() {
  const t = await getTranslations('progress')
  const { userId, timeZone } = await findReader()
  const answers = userId === undefined ? [] : await listRecentAnswers(userId, new Date())
  const dismissed = userId === undefined ? new Set<string>() : await listDismissed(userId)
  const beliefs = weighBeliefs(occasionsOf(answers))
  const say = await loadSay(await getLocale())
  const shown = (evidence: readonly RecentAnswer[]) =>
    evidence.slice(0, evidenceShown).flatMap((answer) => {
      const { source } = answer
      const presented = presentEvidence(say, { ...answer, factId: source.kind === 'review' ? source.factId : null })
      return presented === null
        ? []
        : [{ ...presented, at: new Date(answer.atMs), from: source.kind, href: hrefOf(answer) }]
    })
  const present = (belief: WeighedBelief<RecentAnswer>) => ({
    id: belief.id,
    standing: belief.standing,
    rightSince: belief.rightSince,
    asked: belief.asked,
    belief: say(`misconceptions.${belief.id}.belief`),
    correction: say(`misconceptions.${belief.id}.correction`),
    cite: findMisconception(belief.id)?.cite ?? '',
    betrayed: { count: belief.betrayed.length, shown: shown(belief.betrayed) },
    resisted: { count: belief.resisted.length, shown: shown(belief.resisted) },
  })
  const sections = placesShown
    .map((place) => ({ place, held: beliefs.filter((belief) => placeOf(belief, dismissed) === place).map(present) }))
    .filter(({ held }) => held.length > 0)
  const isSilent = sections.every(({ place }) => place === 'unclear' || place === 'dismissed')
  return (
    <Page title={t('beliefs.title')} width="page">
      <div className="flex max-w-text flex-col gap-3">
        <p>{t('beliefs.lead')}</p>
        <p className="text-muted">{t('beliefs.rule')}</p>
        <p className="text-muted">{t('beliefs.scope', recentLimits)}</p>
        <p>
          <Link className={textLink} href="/practice#find-out">
            {t('beliefs.findOut')}
          </Link>
        </p>
        {isSilent && <p className="border-accent border-l-4 pl-4">{t('beliefs.none')}</p>}
      </div>
      <StandingStatus className="flex flex-col gap-8">
        {sections.map(({ place, held }) => (
          <section key={place} aria-labelledby={place} className="flex flex-col gap-4">
            <h2 id={place}>{t(`beliefs.standing.${place}`)}</h2>
            {place === 'unclear' && <p className="text-muted">{t('beliefs.unclearLead', { count: held.length })}</p>}
            <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
              {held.map((belief) => (
                <BeliefCard key={belief.id} {...{ belief, timeZone }}>
                  {place !== 'gone' && place !== 'unclear' && (
                    <Dismissal
                      id={belief.id}
                      belief={belief.belief}
                      isDismissed={place === 'dismissed'}
                      act={changeDismissal}
                    />
                  )}
                </BeliefCard>
              ))}
            </ul>
          </section>
        ))}
      </StandingStatus>
    </Page>
  )
}

/** Where a belief stands on the page; what the answers do not say clearly, or nobody wants to hear, comes behind. */
const placesShown = ['held', 'fading', 'unclear', 'gone', 'dismissed'] as const

function placeOf({ id, standing, isLikely }: WeighedBelief<RecentAnswer>, dismissed: ReadonlySet<string>) {
  if (dismissed.has(id)) return 'dismissed'
  return standing === 'gone' || isLikely ? standing : 'unclear'
}

/** Where an answer can be looked at again. */
function hrefOf({ source }: RecentAnswer): string {
  switch (source.kind) {
    case 'practice':
      return `/practice/${source.practiceId}/summary#question-${source.position + 1}`
    case 'exam':
      return `/exam/${source.attemptId}/result#question-${source.position + 1}`
    case 'review':
      return `/progress/cards/${source.cardId}`
  }
}
