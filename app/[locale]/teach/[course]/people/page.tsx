import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { PeopleList } from '@/components/teach/people-list'
import { Button, buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { Pager } from '@/components/ui/pager'
import { summaryLook } from '@/components/ui/summary-look'
import { Link } from '@/lib/i18n/navigation'
import { type Listed, listGone, listPeople, type Named } from '@/lib/store/teach/people'
import { isGranted } from '@/lib/teach/granted'
import { mayRole } from '@/lib/teach/roles'
import { openCourse } from '../../open-course'

type Props = PageProps<'/[locale]/teach/[course]/people'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teach')
  return { title: t('people') }
}

const pageLength = 50

const query = z.object({
  q: z.string().trim().max(80).catch(''),
  page: z.coerce.number().int().min(1).max(999).catch(1),
})

/** The people of a course: who they are, since when, what is granted to them; as far as the reader may know. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const t = await getTranslations('teach')
  const { course, reader, asking } = await openCourse((await params).course, 'see people')
  const { q, page } = query.parse(await searchParams)
  const people = await listPeople(asking)
  const found = people.filter((person) => isFound(person, q, t))
  const pages = Math.max(1, Math.ceil(found.length / pageLength))
  const at = Math.min(page, pages)
  const manages = mayRole(course.role, 'manage people') && course.archivedAt === null
  const gone = await listGone(asking)
  const row = await rowMaker(course.id, reader.timeZone, manages)
  const shown = found.slice((at - 1) * pageLength, at * pageLength)
  return (
    <Page title={t('people')} width="page">
      <section className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <p>{t('peopleLead', { count: people.length })}</p>
          {manages && (
            <Link href={`/teach/${course.id}/people/roster`} className={buttonClass('plain')}>
              {t('addPeople')}
            </Link>
          )}
        </div>
        {course.role === 'observer' && course.names === 'pseudonym' && (
          <p className="text-muted">{t('pseudonymsShown')}</p>
        )}
        {(people.length > 12 || q !== '') && <Find query={q} />}
        {q !== '' && (
          <p role="status" className="text-muted">
            {t('found', { count: found.length })}
          </p>
        )}
        <PeopleList people={shown.map(row)} />
        <Pager
          page={at}
          pages={pages}
          addressOf={(to) => `/teach/${course.id}/people?${new URLSearchParams({ q, page: String(to) })}`}
          words={{
            label: t('pages'),
            here: t('page', { page: at, pages }),
            previous: t('previous'),
            next: t('next'),
          }}
        />
      </section>
      {gone.length > 0 && (
        <details className="border-rule border-t pt-4">
          <summary className={summaryLook}>{t('gone')}</summary>
          <PeopleList people={gone.map(row)} />
        </details>
      )}
    </Page>
  )
}

type T = Awaited<ReturnType<typeof getTranslations<'teach'>>>

function isFound(person: Listed, wanted: string, t: T): boolean {
  if (wanted === '') return true
  const told = person.kind === 'hidden' ? [t('pseudonym', { number: person.pseudonym })] : [person.name]
  const number = person.kind === 'named' ? [person.number] : []
  return [...told, ...number].some((text) => text.toLowerCase().includes(wanted.toLowerCase()))
}

/** Makes a row of the list of a person: what is said of them, and where they are changed. */
async function rowMaker(courseId: string, timeZone: string, manages: boolean) {
  const t = await getTranslations('teach')
  const format = await getFormatter()
  const on = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeZone })
  const when = ({ joinedAt, leftAt, removed }: Named) => {
    if (leftAt === null) return t('since', { date: on(joinedAt) })
    return removed ? t('removed', { date: on(leftAt) }) : t('left', { date: on(leftAt) })
  }
  return (person: Listed) => {
    const role = t(`role.${person.role}`)
    if (person.kind === 'hidden')
      return { key: person.pseudonym, name: t('pseudonym', { number: person.pseudonym }), told: [role] }
    if (person.kind === 'seen') return { name: person.name, told: [role] }
    const number = person.number === '' ? [] : [t('numberOf', { number: person.number })]
    return {
      key: person.userId,
      name: person.name,
      ...(manages && { href: `/teach/${courseId}/people/${person.userId}` }),
      told: [role, ...number, when(person)],
      ...(isGranted(person) && { granted: t('granted', { parts: grantedParts(person, t) }) }),
    }
  }
}

function grantedParts({ factor, extraMinutes, breakMinutes }: Named, t: T): string {
  return [
    ...(factor === 1 ? [] : [t('grantedFactor', { factor })]),
    ...(extraMinutes === 0 ? [] : [t('grantedExtra', { minutes: extraMinutes })]),
    ...(breakMinutes === 0 ? [] : [t('grantedBreak', { minutes: breakMinutes })]),
  ].join(' · ')
}

async function Find({ query: wanted }: { readonly query: string }) {
  const t = await getTranslations('teach')
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3">
        <div className="flex grow flex-col gap-1 sm:max-w-80">
          <label htmlFor="find" className="font-medium">
            {t('findLabel')}
          </label>
          <input
            id="find"
            name="q"
            type="search"
            defaultValue={wanted}
            className="min-h-11 w-full rounded-sm border border-edge bg-sheet px-3"
          />
        </div>
        <Button type="submit">{t('find')}</Button>
      </form>
    </search>
  )
}
