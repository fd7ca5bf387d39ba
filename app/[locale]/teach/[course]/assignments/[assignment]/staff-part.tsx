import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { addressOf } from '@/components/assign/assignment-link'
import { StartTry } from '@/components/assign/start-try'
import { buttonClass } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { StandingStatus } from '@/components/ui/form/standing-status'
import { summaryLook } from '@/components/ui/summary-look'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import type { SeenAssignment } from '@/lib/store/teach/assignment'
import { checkPool, countPapers } from '@/lib/store/teach/pool'
import type { AssignmentStep } from '@/lib/store/teach/save-assignment'
import { wordKey } from '@/lib/tcp/word-key'
import { mayRole } from '@/lib/teach/roles'
import { startTexts } from './start-texts'
import { step } from './step'

type Props = { readonly assignment: SeenAssignment }

/** What staff do with an assignment: look, publish, watch, release. */
export async function StaffPart({ assignment }: Props) {
  const [t, take] = [await getTranslations('assign.staff'), await getTranslations('assign.take')]
  const locale = await getLocale()
  const { id, role, settings, publishedAt, isArchived, kind } = assignment
  const { ready, begun } = await countPapers(id)
  const isEdited = mayRole(role, 'edit assignments') && !isArchived
  return (
    <>
      <Places assignment={assignment} />
      {!isArchived && <Steps assignment={assignment} isBegun={begun > 0} />}
      <PoolWords assignment={assignment}>
        {kind === 'exam' && publishedAt !== null && (
          <p className="text-muted">{t('papers', { count: ready, begun })}</p>
        )}
      </PoolWords>
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
            look="plain"
            locale={locale}
            texts={startTexts(take)}
          />
        </section>
      )}
      {isEdited && begun === 0 && (
        <details className="border-rule border-t pt-3">
          <summary className={summaryLook}>{t('deleteThis')}</summary>
          <ActionForm
            act={step.bind(null, id, 'deleted')}
            submit={t('delete')}
            errors={{ begun: t('begun'), busy: t('busy') }}
            look="plain"
          >
            <p className="text-muted">{t('deleteHint')}</p>
          </ActionForm>
        </details>
      )}
    </>
  )
}

/** The pages of an assignment, for the role of its reader. */
async function Places({ assignment }: Props) {
  const [t, marks] = [await getTranslations('assign.staff'), await getTranslations('marks.nav')]
  const { role, publishedAt, isArchived } = assignment
  const isPublished = publishedAt !== null
  const isEdited = mayRole(role, 'edit assignments') && !isArchived
  const places = [
    { to: 'live', name: t('live'), isShown: isPublished && mayRole(role, 'supervise') },
    { to: 'analysis', name: marks('analysis'), isShown: isPublished && mayRole(role, 'see papers') },
    { to: 'regrade', name: marks('regrade'), isShown: isPublished && mayRole(role, 'release') },
    { to: 'settings', name: t('settings'), isShown: isEdited },
    { to: 'pick', name: t('pick'), isShown: isEdited },
    { to: 'exceptions', name: t('exceptions'), isShown: isEdited },
  ]
  return (
    <nav className="flex flex-wrap gap-3 empty:hidden" aria-label={assignment.title}>
      {places
        .filter(({ isShown }) => isShown)
        .map(({ to, name }) => (
          <Link
            key={to}
            className={buttonClass(to === 'live' ? 'primary' : 'plain')}
            href={`${addressOf(assignment)}/${to}`}
          >
            {name}
          </Link>
        ))}
    </nav>
  )
}

type Offered = { readonly name: AssignmentStep; readonly submit: string; readonly done: string; readonly hint: string }

/** What can become of an assignment next, each with what it does to its students. */
async function Steps({ assignment, isBegun }: Props & { readonly isBegun: boolean }) {
  const t = await getTranslations('assign.staff')
  const { id, role, publishedAt, releasedAt } = assignment
  const offered: readonly Offered[] = [
    ...(mayRole(role, 'edit assignments') && publishedAt === null
      ? [{ name: 'published', submit: t('publish'), done: t('published'), hint: t('publishHint') } as const]
      : []),
    ...(mayRole(role, 'edit assignments') && publishedAt !== null && !isBegun
      ? [{ name: 'hidden', submit: t('hide'), done: t('hidden'), hint: t('hideHint') } as const]
      : []),
    ...(mayRole(role, 'release') && publishedAt !== null
      ? releasedAt === null
        ? [{ name: 'released', submit: t('release'), done: t('released'), hint: t('releaseHint') } as const]
        : [{ name: 'taken back', submit: t('takeBack'), done: t('takenBack'), hint: t('takeBackHint') } as const]
      : []),
  ]
  return (
    <StandingStatus className="flex flex-col gap-4">
      {offered.length > 0 && (
        <ul className="grid gap-x-8 gap-y-5 border-rule border-t pt-5 sm:grid-cols-2">
          {offered.map(({ name, submit, done, hint }) => (
            <li key={name}>
              <ActionForm
                act={step.bind(null, id, name)}
                {...{ submit, done }}
                errors={{ begun: t('begun'), busy: t('busy') }}
                look={name === 'published' ? 'primary' : 'plain'}
              >
                <p className="text-muted text-sm">{hint}</p>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
    </StandingStatus>
  )
}

/** What the bank has for the papers, with what else is to be said of them. */
async function PoolWords({ assignment: { courseId, settings }, children }: Props & { readonly children: ReactNode }) {
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
      {children}
    </section>
  )
}
