import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf } from '@/components/assign/assignment-link'
import { StartTry } from '@/components/assign/start-try'
import { buttonClass } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { StandingStatus } from '@/components/ui/form/standing-status'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import type { SeenAssignment } from '@/lib/store/teach/assignment'
import { checkPool, countReady } from '@/lib/store/teach/pool'
import type { AssignmentStep } from '@/lib/store/teach/save-assignment'
import { wordKey } from '@/lib/tcp/word-key'
import { mayRole } from '@/lib/teach/roles'
import { startTexts } from './start-texts'
import { step } from './step'

/** What staff do with an assignment: look, publish, watch, release. */
export async function StaffPart({ assignment }: { readonly assignment: SeenAssignment }) {
  const t = await getTranslations('assign.staff')
  const [take, marks] = [await getTranslations('assign.take'), await getTranslations('marks')]
  const locale = await getLocale()
  const { id, role, settings, publishedAt, releasedAt, isArchived, kind } = assignment
  const address = addressOf(assignment)
  const errors = { begun: t('begun'), busy: t('busy') }
  const steps: readonly (readonly [AssignmentStep, string, string])[] = [
    ...(mayRole(role, 'edit assignments')
      ? publishedAt === null
        ? ([['published', t('publish'), t('published')]] as const)
        : ([['hidden', t('hide'), t('hidden')]] as const)
      : []),
    ...(mayRole(role, 'release') && publishedAt !== null
      ? releasedAt === null
        ? ([['released', t('release'), t('released')]] as const)
        : ([['taken back', t('takeBack'), t('takenBack')]] as const)
      : []),
    ...(mayRole(role, 'edit assignments') ? ([['deleted', t('delete'), t('deleted')]] as const) : []),
  ]
  return (
    <>
      <nav className="flex flex-wrap gap-3" aria-label={assignment.title}>
        {mayRole(role, 'supervise') && publishedAt !== null && (
          <Link className={buttonClass('primary')} href={`${address}/live`}>
            {t('live')}
          </Link>
        )}
        {mayRole(role, 'see papers') && publishedAt !== null && (
          <Link className={buttonClass()} href={`${address}/analysis`}>
            {marks('nav.analysis')}
          </Link>
        )}
        {mayRole(role, 'release') && publishedAt !== null && (
          <Link className={buttonClass()} href={`${address}/regrade`}>
            {marks('nav.regrade')}
          </Link>
        )}
        {mayRole(role, 'edit assignments') && !isArchived && (
          <>
            <Link className={buttonClass()} href={`${address}/settings`}>
              {t('settings')}
            </Link>
            <Link className={buttonClass()} href={`${address}/exceptions`}>
              {t('exceptions')}
            </Link>
          </>
        )}
      </nav>
      {!isArchived && (
        <StandingStatus className="flex flex-col gap-3">
          <div className="flex flex-wrap items-start gap-3">
            {steps.map(([name, submit, done]) => (
              <ActionForm
                key={name}
                act={step.bind(null, id, name)}
                {...{ submit, done, errors }}
                look={name === 'published' ? 'primary' : 'plain'}
              >
                {null}
              </ActionForm>
            ))}
          </div>
        </StandingStatus>
      )}
      <PoolWords assignment={assignment} />
      {kind === 'exam' && publishedAt !== null && (
        <p className="text-muted">{t('papers', { count: await countReady(id) })}</p>
      )}
      {!isArchived && (
        <section className="flex flex-col gap-3 border-rule border-t pt-5">
          <h2>{t('preview')}</h2>
          <p className="text-muted">{t('previewHint')}</p>
          <StartTry
            assignmentId={id}
            opensInMs={0}
            hasPassword={false}
            honour={settings.honour}
            submit={t('preview')}
            locale={locale}
            texts={startTexts(take)}
          />
        </section>
      )}
    </>
  )
}

async function PoolWords({ assignment: { courseId, settings } }: { readonly assignment: SeenAssignment }) {
  const t = await getTranslations('assign.staff')
  const say = await loadSay(await getLocale())
  const { facts, thin, trouble } = await checkPool(courseId, settings)
  return (
    <section className="flex flex-col gap-1 border-rule border-t pt-5">
      <h2>{t('pool')}</h2>
      {facts > 0 && <p>{t('poolFacts', { facts, thin })}</p>}
      {trouble === null && <p>{t('poolGood')}</p>}
      {trouble?.kind === 'missing' && <p className="text-wrong">{t('poolMissing')}</p>}
      {trouble?.kind === 'short' && (
        <p className="text-wrong">
          {t('poolShort', {
            topic: say(`item.topics.${wordKey(trouble.topic)}`),
            level: trouble.level,
            wanted: trouble.wanted,
            available: trouble.available,
          })}
        </p>
      )}
    </section>
  )
}
