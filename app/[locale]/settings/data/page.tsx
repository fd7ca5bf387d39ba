import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnedCounts } from '@/components/settings/owned-counts'
import { buttonClass } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { currentHeaders } from '@/lib/session/current-headers'
import { findUserId } from '@/lib/session/session'
import { findOwnedCourses } from '@/lib/store/delete-user'
import { countOwned } from '@/lib/store/owned-counts'
import { deleteMine } from './delete-mine'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data')
  return { title: t('title') }
}

/** What is kept of the reader: to take away, and to delete. */
export default async function DataPage() {
  const t = await getTranslations('data')
  const userId = await findUserId(await currentHeaders())
  if (userId === undefined)
    return (
      <Page title={t('title')}>
        <p>{t('none')}</p>
      </Page>
    )
  const { shared, lonely } = await findOwnedCourses(userId)
  return (
    <Page title={t('title')}>
      <section className="flex flex-col gap-4">
        <h2>{t('takeAway')}</h2>
        <p>{t('takeAwayLead')}</p>
        <div className="flex flex-wrap gap-4">
          <a className={buttonClass('plain')} href="/api/v1/me/export?format=json" download>
            {t('json')}
          </a>
          <a className={buttonClass('plain')} href="/api/v1/me/export?format=csv" download>
            {t('csv')}
          </a>
        </div>
      </section>
      <section className="flex flex-col gap-4 border-rule border-t pt-6">
        <h2>{t('delete')}</h2>
        <p>{t('deleteLead')}</p>
        <OwnedCounts counts={await countOwned(userId)} />
        <p className="text-muted text-sm">{t('deleteHint')}</p>
        {lonely > 0 && <p>{t('lonelyCourses', { count: lonely })}</p>}
        {shared.length > 0 && <SharedCourses courses={shared} />}
        <ActionForm
          act={deleteMine}
          submit={t('deleteAll')}
          look="plain"
          errors={{ unconfirmed: t('unconfirmed'), busy: t('busy'), 'owns courses': t('ownsCourses') }}
        >
          <TextField
            name="confirmation"
            label={t('confirmation', { word: t('word') })}
            problem={t('unconfirmed')}
            autoComplete="off"
            spellCheck={false}
          />
        </ActionForm>
      </section>
    </Page>
  )
}

type Shared = { readonly courses: Awaited<ReturnType<typeof findOwnedCourses>>['shared'] }

/** The courses of the reader that others are in, each with the way to hand it over. */
async function SharedCourses({ courses }: Shared) {
  const t = await getTranslations('data')
  return (
    <div className="flex flex-col gap-2 border-waiting border-l-4 pl-4">
      <p>{t('sharedCourses', { count: courses.length })}</p>
      <ul className="flex flex-col gap-1">
        {courses.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`/teach/${id}/settings#hand-over`}
              className={`inline-flex min-h-8 items-center [overflow-wrap:anywhere] ${textLink}`}
            >
              {t('handOver', { course: name })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
