import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CopyLink } from '@/components/teach/copy-link'
import { RosterForm } from '@/components/teach/roster-form'
import { buttonClass } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { Page } from '@/components/ui/page'
import { Pager } from '@/components/ui/pager'
import { Link } from '@/lib/i18n/navigation'
import { mayMail } from '@/lib/mail'
import { originOf } from '@/lib/session/origin-of'
import { listSeats, type Seat } from '@/lib/store/teach/seats'
import { openCourse } from '../../../open-course'
import { teachErrors } from '../../../teach-errors'
import { changeRoster, dropSeat, sendInvitations } from './change-roster'

type Props = PageProps<'/[locale]/teach/[course]/people/roster'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teach')
  return { title: t('rosterTitle') }
}

const pageLength = 50

const query = z.object({ page: z.coerce.number().int().min(1).max(999).catch(1) })

const placeholders = {
  en: 'name,email,number\nAda Lovelace,ada@example.org,2026001',
  'zh-CN': '姓名,邮箱,学号\n王小明,xiaoming@example.org,2026001',
} as const

/** People from a list: added as places that are kept for them, each with a link of its own. */
export default async function RosterPage({ params, searchParams }: Props) {
  const { locale, course: courseId } = await params
  const t = await getTranslations('teach')
  const { course, reader, asking } = await openCourse(courseId, 'manage people')
  const seats = await listSeats(asking)
  const { page } = query.parse(await searchParams)
  return (
    <Page title={t('rosterTitle')} width="page" back={{ href: `/teach/${course.id}/people`, text: t('toPeople') }}>
      <section className="flex max-w-text flex-col gap-4">
        <p>{t('rosterLead')}</p>
        <p className="text-muted">{t('rosterRole')}</p>
        <RosterForm
          act={changeRoster.bind(null, course.id)}
          words={{
            text: t('rosterText'),
            placeholder: placeholders[locale === 'zh-CN' ? 'zh-CN' : 'en'],
            file: t('rosterFile'),
            fileHint: t('rosterFileHint'),
            check: t('check'),
            preview: t('previewTitle'),
            line: t('line'),
            person: t('person'),
            becomes: t('becomes'),
            busy: t('errors.busy'),
          }}
        />
      </section>
      <section className="flex flex-col gap-4 border-rule border-t pt-6">
        <h2>{t('seats')}</h2>
        {seats.length === 0 ? (
          <p className="text-muted">{t('seatsNone')}</p>
        ) : (
          <>
            <p className="max-w-text">{t('seatsLead')}</p>
            <div className="flex flex-wrap gap-3">
              <a className={buttonClass('plain')} href={`/api/v1/courses/${course.id}/seats`} download>
                {t('seatsCsv')}
              </a>
              <Link className={buttonClass('plain')} href={`/teach/${course.id}/people/roster/slips`}>
                {t('seatsSlips')}
              </Link>
            </div>
            <Mail courseId={course.id} seats={seats} />
            <Seats courseId={course.id} seats={seats} timeZone={reader.timeZone} page={page} />
          </>
        )}
      </section>
    </Page>
  )
}

type MailProps = { readonly courseId: string; readonly seats: readonly Seat[] }

async function Mail({ courseId, seats }: MailProps) {
  const t = await getTranslations('teach')
  const count = seats.filter(
    ({ email, sentAt, takenAt }) => email !== null && sentAt === null && takenAt === null,
  ).length
  if (!mayMail) return <p className="max-w-text text-muted text-sm">{t('mailOff')}</p>
  return (
    <div className="flex max-w-text flex-col gap-3">
      <h3 className="font-semibold">{t('mailTitle')}</h3>
      <p>{count === 0 ? t('mailNone') : t('mailLead', { count })}</p>
      <ActionForm
        act={sendInvitations.bind(null, courseId)}
        submit={t('mailSend', { count })}
        errors={teachErrors(t)}
        look="plain"
      >
        {null}
      </ActionForm>
    </div>
  )
}

type SeatsProps = MailProps & { readonly timeZone: string; readonly page: number }

async function Seats({ courseId, seats, timeZone, page }: SeatsProps) {
  const t = await getTranslations('teach')
  const format = await getFormatter()
  const origin = originOf(await headers())
  const on = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeZone })
  const stateOf = ({ takenAt, sentAt }: Seat) => {
    if (takenAt !== null) return t('seatTaken', { date: on(takenAt) })
    return sentAt === null ? t('seatOpen') : t('seatSent', { date: on(sentAt) })
  }
  const pages = Math.max(1, Math.ceil(seats.length / pageLength))
  const at = Math.min(page, pages)
  return (
    <>
      <ul className="divide-y divide-rule border-rule border-y">
        {seats.slice((at - 1) * pageLength, at * pageLength).map((seat) => {
          const told = [seat.email ?? '', seat.number, t(`role.${seat.role}`), stateOf(seat)]
            .filter(Boolean)
            .join(' · ')
          return (
            <li key={seat.id} className="flex flex-col gap-2 py-3">
              <p className="[overflow-wrap:anywhere]">
                {seat.name} <span className="block text-muted text-sm">{told}</span>
              </p>
              {seat.takenAt === null && (
                <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
                  <div className="min-w-0 grow">
                    <CopyLink
                      link={`${origin}/join/${seat.token}`}
                      label={t('link')}
                      words={{ copy: t('copy'), copied: t('copied'), copyName: t('copyName', { name: seat.name }) }}
                    />
                  </div>
                  <ActionForm
                    act={dropSeat.bind(null, courseId)}
                    submit={t('dropSeat')}
                    submitName={t('dropSeatName', { name: seat.name })}
                    errors={teachErrors(t)}
                    look="plain"
                  >
                    <input type="hidden" name="seat" value={seat.id} />
                  </ActionForm>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <Pager
        page={at}
        pages={pages}
        addressOf={(to) => `/teach/${courseId}/people/roster?page=${to}`}
        words={{ label: t('pages'), here: t('page', { page: at, pages }), previous: t('previous'), next: t('next') }}
      />
    </>
  )
}
