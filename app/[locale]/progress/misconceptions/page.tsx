import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BeliefCard } from '@/components/progress/belief-card'
import { Page } from '@/components/ui/page'
import { loadSay } from '@/lib/i18n/say'
import { findMisconception } from '@/lib/misconceptions/misconceptions'
import { occasionsOf } from '@/lib/progress/occasions'
import { beliefStandings, type WeighedBelief, weighBeliefs } from '@/lib/progress/weigh-beliefs'
import { findReader } from '@/lib/session/reader'
import { listRecentAnswers, type RecentAnswer, recentLimits } from '@/lib/store/progress/recent-answers'
import { presentEvidence } from '@/lib/words/present-evidence'

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
    belief: say(`misconceptions.${belief.id}.belief`),
    correction: say(`misconceptions.${belief.id}.correction`),
    cite: findMisconception(belief.id)?.cite ?? '',
    betrayed: { count: belief.betrayed.length, shown: shown(belief.betrayed) },
    resisted: { count: belief.resisted.length, shown: shown(belief.resisted) },
  })
  const sections = beliefStandings
    .map((standing) => ({ standing, held: beliefs.filter((belief) => belief.standing === standing).map(present) }))
    .filter(({ held }) => held.length > 0)
  return (
    <Page title={t('beliefs.title')} width="page">
      <div className="flex max-w-text flex-col gap-3">
        <p>{t('beliefs.lead')}</p>
        <p className="text-muted">{t('beliefs.rule')}</p>
        <p className="text-muted">{t('beliefs.scope', recentLimits)}</p>
        {sections.length === 0 && <p className="border-accent border-l-4 pl-4">{t('beliefs.none')}</p>}
      </div>
      {sections.map(({ standing, held }) => (
        <section key={standing} aria-labelledby={standing} className="flex flex-col gap-4">
          <h2 id={standing}>{t(`beliefs.standing.${standing}`)}</h2>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
            {held.map((belief) => (
              <BeliefCard key={belief.id} {...{ belief, timeZone }} />
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
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
