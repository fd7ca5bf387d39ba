import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { BeliefOutcome } from '@/components/practice/belief-outcome'
import { RepairList } from '@/components/practice/repair-list'
import { ReviewList } from '@/components/practice/review-list'
import { practiceTexts } from '@/components/practice/texts'
import { buttonClass } from '@/components/ui/button'
import { OpenTarget } from '@/components/ui/open-target'
import { Page } from '@/components/ui/page'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { findMisconception } from '@/lib/misconceptions/misconceptions'
import { findUserId } from '@/lib/session/session'
import { findOutcome } from '@/lib/store/find-out'
import { findPractice } from '@/lib/store/practice'
import { presentReview } from '@/lib/words/present-review'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice')
  return { title: t('summary') }
}

/** What a practice came to: the score, what to repair with a link to each rule, and every question again. */
export default async function SummaryPage({ params }: PageProps<'/[locale]/practice/[practice]/summary'>) {
  const { practice: practiceId } = await params
  const t = await getTranslations('practice')
  const userId = await findUserId(await headers())
  const practice = userId === undefined ? undefined : await findPractice({ userId, practiceId })
  if (practice === undefined) notFound()
  const say = await loadSay(await getLocale())
  const reviewed = presentReview(say, practice.items)
  const right = reviewed.filter((entry) => entry.right).length
  const found = practice.aim === 'beliefs' && practice.finishedAt !== null ? await findOutcome(practice) : null
  return (
    <Page title={t('summary')} width="page">
      <OpenTarget />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          {found !== null && (
            <BeliefOutcome
              kind={found.kind}
              beliefs={found.beliefs.map((belief) => ({
                ...belief,
                belief: say(`misconceptions.${belief.id}.belief`),
                correction: say(`misconceptions.${belief.id}.correction`),
                cite: findMisconception(belief.id)?.cite ?? '',
              }))}
              tellable={found.tellable}
              isAllRight={right === reviewed.length}
            />
          )}
          <p className="font-semibold text-2xl">{t('summaryScore', { right, length: reviewed.length })}</p>
          <meter
            className="h-3 w-full"
            min={0}
            max={Math.max(reviewed.length, 1)}
            value={right}
            aria-label={t('summary')}
          />
          <p>
            {practice.finishedAt === null ? (
              <Link className={buttonClass('primary')} href={`/practice/${practiceId}`}>
                {t('goOn')}
              </Link>
            ) : (
              <Link className={buttonClass('primary')} href={found === null ? '/practice' : '/practice#find-out'}>
                {t(found === null ? 'again' : 'outcome.again')}
              </Link>
            )}
          </p>
          <RepairList entries={reviewed.filter((entry) => !entry.right)} />
        </div>
        <ReviewList entries={reviewed} texts={practiceTexts(say)} />
      </div>
    </Page>
  )
}
