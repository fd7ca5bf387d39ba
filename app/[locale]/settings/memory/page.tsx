import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TrainingOutcomeText } from '@/components/settings/training-outcome'
import { TrainingProgress } from '@/components/settings/training-progress'
import { WeightsInForce } from '@/components/settings/weights-in-force'
import { ActionForm } from '@/components/ui/form/action-form'
import { StandingStatus } from '@/components/ui/form/standing-status'
import { Page } from '@/components/ui/page'
import { defaultScheduling } from '@/lib/review/scheduler'
import { leastReviews } from '@/lib/review/training'
import { findReader } from '@/lib/session/reader'
import { findMemoryParameters } from '@/lib/store/training/parameters'
import { forget, train } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('memory')
  return { title: t('title') }
}

/** By which numbers the reader's memory is worked out, and the way to numbers of their own. */
export default async function MemoryPage() {
  const t = await getTranslations('memory')
  const { userId, timeZone } = await findReader()
  const { reviews, trained, training } = await findMemoryParameters(userId)
  const isTraining = training !== undefined && training.state !== 'ended'
  const errors = { 'too few': t('errors.too few'), busy: t('errors.busy') }
  return (
    <Page title={t('title')}>
      <StandingStatus className="flex flex-col gap-6">
        <p>{t('lead', { least: leastReviews })}</p>
        <section className="flex flex-col gap-3">
          <h2>{t('inForce')}</h2>
          <WeightsInForce trained={trained} defaults={defaultScheduling.weights} timeZone={timeZone} />
        </section>
        <section className="flex flex-col gap-4 border-rule border-t pt-6">
          <h2>{t('train')}</h2>
          <p>{t('trainLead')}</p>
          {reviews < leastReviews ? (
            <div className="flex flex-col gap-2">
              <progress className="h-3 w-full" max={leastReviews} value={reviews} aria-label={t('fewLabel')} />
              <p>{t('few', { reviews, missing: leastReviews - reviews })}</p>
            </div>
          ) : isTraining ? (
            <TrainingProgress
              first={{ state: training.state, progress: training.progress }}
              words={{
                label: t('progress'),
                waiting: t('state.waiting'),
                running: t('state.running'),
                ended: t('state.ended'),
              }}
            />
          ) : (
            <>
              <p>{t('enough', { reviews })}</p>
              <ActionForm act={train} submit={t(training === undefined ? 'start' : 'again')} errors={errors}>
                {null}
              </ActionForm>
            </>
          )}
          {training?.outcome != null && <TrainingOutcomeText outcome={training.outcome} />}
        </section>
        {trained !== undefined && (
          <section className="flex flex-col gap-4 border-rule border-t pt-6">
            <h2>{t('back')}</h2>
            <p>{t('backLead')}</p>
            <ActionForm act={forget} submit={t('back')} done={t('backDone')} errors={errors} look="plain">
              {null}
            </ActionForm>
          </section>
        )}
      </StandingStatus>
    </Page>
  )
}
