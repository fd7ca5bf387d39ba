import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountWays } from '@/components/settings/account-ways'
import { WaysIn } from '@/components/settings/ways-in'
import { WorkCounts } from '@/components/settings/work-counts'
import { ActionForm } from '@/components/ui/form/action-form'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { findWorkAside } from '@/lib/session/guest-aside'
import { findReader } from '@/lib/session/reader'
import { countWork } from '@/lib/store/owned-counts'
import { findPerson, type Person } from '@/lib/store/person'
import { becomeGuest, changePassword, makeAccount, removePasskey, signOut } from './actions'
import { findWays } from './find-ways'
import { parseWayBack } from './way-back'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

/** Who the reader is here: a guest, who can make an account of themselves, or an account and what opens it. */
export default async function AccountPage({ searchParams }: PageProps<'/[locale]/settings/account'>) {
  const t = await getTranslations('account')
  const { userId, timeZone } = await findReader()
  const person = userId === undefined ? undefined : await findPerson(userId)
  return (
    <Page title={t('title')}>
      {person === undefined || person.isGuest ? (
        <Guest userId={userId} timeZone={timeZone} to={parseWayBack((await searchParams).to)} />
      ) : (
        <Account person={person} timeZone={timeZone} />
      )}
    </Page>
  )
}

type GuestProps = { readonly userId: string | undefined; readonly timeZone: string; readonly to: string | undefined }

async function Guest({ userId, timeZone, to }: GuestProps) {
  const t = await getTranslations('account')
  const ways = await findWays(timeZone)
  return (
    <>
      <p>{t('guest')}</p>
      {userId !== undefined && <WorkCounts work={await countWork(userId)} />}
      <section className="flex flex-col gap-4 border-rule border-t pt-6">
        <h2>{t('makeTitle')}</h2>
        <p>{t('makeLead')}</p>
        <WaysIn purpose="make" act={makeAccount} becomeGuest={becomeGuest} to={to} {...ways} />
      </section>
      <p>
        <Link
          className={textLink}
          href={to === undefined ? '/settings/account/sign-in' : `/settings/account/sign-in?to=${to}`}
        >
          {t('haveAccount')}
        </Link>
      </p>
    </>
  )
}

async function Account({ person, timeZone }: { readonly person: Person; readonly timeZone: string }) {
  const t = await getTranslations('account')
  const waits = (await findWorkAside()) !== undefined
  return (
    <>
      <p className="[overflow-wrap:anywhere]">
        {person.email === null ? t('signedIn') : t('signedInAs', { email: person.email })}
      </p>
      {waits && (
        <p>
          <Link className={textLink} href="/settings/account/merge">
            {t('workWaits')}
          </Link>
        </p>
      )}
      <ActionForm act={signOut} submit={t('signOut')} look="plain" errors={{ busy: t('errors.busy') }}>
        <p className="text-muted text-sm">{t('signOutHint')}</p>
      </ActionForm>
      <AccountWays
        person={person}
        timeZone={timeZone}
        actions={{ addPassword: makeAccount, changePassword, removePasskey }}
        {...(await findWays(timeZone))}
      />
    </>
  )
}
