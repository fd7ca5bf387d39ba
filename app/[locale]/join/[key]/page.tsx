import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { WaysIn } from '@/components/settings/ways-in'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link, redirect } from '@/lib/i18n/navigation'
import { addressOf } from '@/lib/session/address-of'
import { findReader } from '@/lib/session/reader'
import { findName } from '@/lib/store/person'
import { type Entrance, findEntrance, tryCode } from '@/lib/store/teach/join'
import { parseCode } from '@/lib/teach/door-code'
import { longestName } from '@/lib/teach/member-name'
import { becomeGuest, makeAccount } from '../../settings/account/actions'
import { findWays } from '../../settings/account/find-ways'
import { teachErrors } from '../../teach/teach-errors'
import { joinCourse } from './join-course'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teach')
  // The address is a secret: no other page is told that somebody came from it.
  return { title: t('joinTitle'), referrer: 'no-referrer' }
}

/** Where a link, a QR code or a slip leads: into a course, by way of an account where there is none yet. */
export default async function EntrancePage({ params }: PageProps<'/[locale]/join/[key]'>) {
  const { key } = await params
  const t = await getTranslations('teach')
  const { userId, timeZone } = await findReader()
  if (parseCode(key) !== undefined) {
    const tried = await tryCode(key, { address: addressOf(await headers()), userId }, new Date())
    if (tried.kind === 'found') return redirect({ href: `/join/${tried.token}`, locale: await getLocale() })
    return <Nowhere why={t(`errors.${tried.error}`)} />
  }
  const entrance = await findEntrance(key, userId)
  if (entrance === undefined) return <Nowhere why={t('noEntrance')} />
  const { course, standing } = entrance
  if (standing !== undefined && standing.leftAt === null && entrance.seat === null)
    return redirect({ href: `/teach/${course.id}`, locale: await getLocale() })
  if (standing?.removed && entrance.seat === null) return <Nowhere why={t('removedText')} />
  const person = userId === undefined ? undefined : await findName(userId)
  return (
    <Page title={t('joinCourse', { course: course.name })}>
      {course.term !== '' && <p className="text-muted [overflow-wrap:anywhere]">{course.term}</p>}
      {person === undefined || person.isGuest ? (
        <Guest token={key} timeZone={timeZone} />
      ) : (
        <Account token={key} entrance={entrance} />
      )}
    </Page>
  )
}

async function Nowhere({ why }: { readonly why: string }) {
  const t = await getTranslations('teach')
  return (
    <Page title={t('joinTitle')}>
      <p role="alert">{why}</p>
      <p>
        <Link href="/join" className={textLink}>
          {t('toCode')}
        </Link>
      </p>
    </Page>
  )
}

async function Guest({ token, timeZone }: { readonly token: string; readonly timeZone: string }) {
  const t = await getTranslations('teach')
  const to = `/join/${token}`
  return (
    <>
      <p>{t('joinAccount')}</p>
      <p>
        <Link href={`/settings/account/sign-in?to=${to}`} className={textLink}>
          {t('signIn')}
        </Link>
      </p>
      <WaysIn purpose="make" act={makeAccount} becomeGuest={becomeGuest} to={to} {...(await findWays(timeZone))} />
    </>
  )
}

async function Account({ token, entrance }: { readonly token: string; readonly entrance: Entrance }) {
  const t = await getTranslations('teach')
  const { seat } = entrance
  return (
    <ActionForm act={joinCourse.bind(null, token)} submit={t('joinNow')} errors={teachErrors(t)}>
      {seat === null ? (
        <TextField
          name="name"
          label={t('joinName')}
          hint={t('joinNameHint')}
          problem={t('problems.name')}
          maxLength={longestName}
          autoComplete="name"
        />
      ) : (
        <p className="[overflow-wrap:anywhere]">{t('joinSeat', { name: seat.name, role: t(`role.${seat.role}`) })}</p>
      )}
    </ActionForm>
  )
}
