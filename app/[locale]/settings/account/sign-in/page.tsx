import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { WaysIn } from '@/components/settings/ways-in'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { becomeGuest, signIn } from '../actions'
import { findWays } from '../find-ways'
import { parseWayBack } from '../way-back'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('signIn') }
}

/** Into an account that exists. A provider that failed sends its people back to here. */
export default async function SignInPage({ searchParams }: PageProps<'/[locale]/settings/account/sign-in'>) {
  const t = await getTranslations('account')
  const { timeZone } = await findReader()
  const { error, to: asked } = await searchParams
  const to = parseWayBack(asked)
  const ways = await findWays(timeZone)
  return (
    <Page title={t('signIn')}>
      {error !== undefined && (
        <p role="alert" className="text-wrong">
          {error === 'account_not_linked' && ways.provider !== undefined
            ? t('errors.notLinked', { provider: ways.provider.name })
            : t('errors.byProvider')}
        </p>
      )}
      <p>{t('signInLead')}</p>
      <WaysIn purpose="sign in" act={signIn} becomeGuest={becomeGuest} to={to} {...ways} />
      <p>
        <Link className={textLink} href={to === undefined ? '/settings/account' : `/settings/account?to=${to}`}>
          {t('noAccount')}
        </Link>
      </p>
    </Page>
  )
}
