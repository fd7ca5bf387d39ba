import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { PrintButton } from '@/components/cards/print-button'
import '@/components/cards/print.css'
import { QrCode } from '@/components/teach/qr-code'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { originOf } from '@/lib/session/origin-of'
import { listSeats, type Seat } from '@/lib/store/teach/seats'
import { openCourse } from '../../../../open-course'

type Props = PageProps<'/[locale]/teach/[course]/people/roster/slips'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teach')
  return { title: t('slipsTitle') }
}

/** As many as print.css lays out on a sheet. */
const perSheet = 8

/** The links of the places that nobody has taken yet, on paper: a slip each, to cut out. */
export default async function SlipsPage({ params }: Props) {
  const t = await getTranslations('teach')
  const { course, asking } = await openCourse((await params).course, 'manage people')
  const open = (await listSeats(asking)).filter(({ takenAt }) => takenAt === null)
  const origin = originOf(await headers())
  const sheets = Array.from({ length: Math.ceil(open.length / perSheet) }, (_, index) =>
    open.slice(index * perSheet, (index + 1) * perSheet),
  )
  return (
    <div className="flex flex-col gap-6">
      <div className="screen-only flex max-w-text flex-col gap-4">
        <p>
          <Link href={`/teach/${course.id}/people/roster`} className={textLink}>
            ← {t('seats')}
          </Link>
        </p>
        <h1>{t('slipsTitle')}</h1>
        <p>{t('slipsLead')}</p>
        <div>
          <PrintButton text={t('print')} />
        </div>
      </div>
      {sheets.map((seats) => (
        <section key={seats[0]?.id} aria-label={t('slipsTitle')} className="sheet sheet-a4">
          {seats.map((seat) => (
            <Slip key={seat.id} seat={seat} course={course.name} link={`${origin}/join/${seat.token}`} />
          ))}
        </section>
      ))}
    </div>
  )
}

type SlipProps = { readonly seat: Seat; readonly course: string; readonly link: string }

async function Slip({ seat, course, link }: SlipProps) {
  const t = await getTranslations('teach')
  return (
    <div className="sheet-cell">
      <div className="sheet-text sheet-less">
        <p className="sheet-title">{seat.name}</p>
        <p>{t('slip', { course })}</p>
        <div className="flex items-center gap-[3mm]">
          <div className="w-[26mm] shrink-0">
            <QrCode text={link} label={t('qr', { course })} />
          </div>
          <p className="break-all font-mono">{link}</p>
        </div>
        <p className="sheet-small">{t('slipOnce')}</p>
      </div>
    </div>
  )
}
