import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { useAccountErrors } from '@/components/settings/use-account-errors'
import { WorkCounts } from '@/components/settings/work-counts'
import { buttonClass } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { Page } from '@/components/ui/page'
import { Link, redirect } from '@/lib/i18n/navigation'
import { findWorkAside } from '@/lib/session/guest-aside'
import { findReader } from '@/lib/session/reader'
import { findPerson } from '@/lib/store/person'
import { bringAlong } from '../actions'
import { parseWayBack } from '../way-back'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('mergeTitle') }
}

/** After a sign-in: what becomes of the work that was done in this browser before. */
export default async function MergePage({ searchParams }: PageProps<'/[locale]/settings/account/merge'>) {
  const t = await getTranslations('account')
  const { userId } = await findReader()
  const aside = await findWorkAside()
  const to = parseWayBack((await searchParams).to)
  const person = userId === undefined ? undefined : await findPerson(userId)
  if (aside === undefined || person === undefined || person.isGuest)
    return redirect({ href: to ?? '/settings/account', locale: await getLocale() })
  return (
    <Page title={t('mergeTitle')}>
      <p className="[overflow-wrap:anywhere]">
        {person.email === null ? t('signedIn') : t('signedInAs', { email: person.email })} {t('mergeLead')}
      </p>
      <WorkCounts work={aside.work} />
      <dl className="flex flex-col gap-4">
        <div className="border-rule border-l-4 pl-4">
          <dt className="font-semibold">{t('bring')}</dt>
          <dd className="text-muted">{t('bringHint')}</dd>
        </div>
        <div className="border-rule border-l-4 pl-4">
          <dt className="font-semibold">{t('leave')}</dt>
          <dd className="text-muted">{t('leaveHint')}</dd>
        </div>
      </dl>
      <Choice to={to} />
    </Page>
  )
}

function Choice({ to }: { readonly to: string | undefined }) {
  const t = useTranslations('account')
  const errors = useAccountErrors()
  return (
    <div className="flex flex-col gap-4">
      <ActionForm act={bringAlong} submit={t('bring')} errors={errors}>
        {to !== undefined && <input type="hidden" name="to" value={to} />}
      </ActionForm>
      <div>
        <Link className={buttonClass('plain')} href={to ?? '/practice'}>
          {t('leave')}
        </Link>
      </div>
    </div>
  )
}
