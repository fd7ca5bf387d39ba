import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { findReader } from '@/lib/session/reader'
import { findName } from '@/lib/store/person'
import { listCourses } from '@/lib/store/teach/course'
import { mayRole } from '@/lib/teach/roles'
import { readAsked } from './read-asked'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('author.moment')
  return { title: t('title') }
}

/** What has just happened between two peers, as a question of a course: in which, or what it still needs. */
export default async function AskPage({ searchParams }: PageProps<'/[locale]/teach/ask'>) {
  const t = await getTranslations('author.moment')
  const { s } = await searchParams
  const link = [s].flat()[0] ?? ''
  const asked = readAsked(await loadSay(await getLocale()), link)
  const back = {
    href: asked.kind === 'broken' ? '/learn/simulator' : `/learn/simulator?s=${link}`,
    text: t('toMoment'),
  }
  return (
    <Page title={t('title')} back={back}>
      {asked.kind === 'drafted' ? (
        <>
          <p className="border-accent border-l-4 pl-4">
            <Words text={asked.happened} />
          </p>
          <p>{t('lead', { side: asked.side })}</p>
          <Courses link={link} />
        </>
      ) : (
        <p role="alert" className="border-wrong border-l-4 pl-4">
          <Words text={asked.why} />
        </p>
      )}
    </Page>
  )
}

async function Courses({ link }: { readonly link: string }) {
  const t = await getTranslations('author.moment')
  const { userId } = await findReader()
  const person = userId === undefined ? undefined : await findName(userId)
  if (userId === undefined || person === undefined || person.isGuest) return <NeedsAccount link={link} />
  const courses = (await listCourses(userId)).filter(
    ({ role, archivedAt }) => archivedAt === null && mayRole(role, 'edit assignments'),
  )
  if (courses.length === 0) {
    return (
      <>
        <p>{t('needCourse')}</p>
        <p>
          <Link href="/teach" className={buttonClass('primary')}>
            {t('toCourses')}
          </Link>
        </p>
      </>
    )
  }
  return (
    <section aria-labelledby="which" className="flex flex-col gap-3">
      <h2 id="which">{t('which')}</h2>
      <ul className="flex flex-col gap-3">
        {courses.map(({ id, name, term }) => (
          <li key={id}>
            <Link
              href={`/teach/${id}/questions/new?s=${link}`}
              prefetch={false}
              className={`${buttonClass(courses.length === 1 ? 'primary' : 'plain')} wrap-anywhere`}
            >
              {[name, term].filter(Boolean).join(' · ')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function NeedsAccount({ link }: { readonly link: string }) {
  const [t, teach] = await Promise.all([getTranslations('author.moment'), getTranslations('teach')])
  const to = encodeURIComponent(`/teach/ask?s=${link}`)
  return (
    <>
      <p>{t('needAccount')}</p>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Link href={`/settings/account?to=${to}`} className={buttonClass('primary')}>
          {teach('makeAccount')}
        </Link>
        <Link href={`/settings/account/sign-in?to=${to}`} className={textLink}>
          {teach('signIn')}
        </Link>
      </p>
    </>
  )
}
