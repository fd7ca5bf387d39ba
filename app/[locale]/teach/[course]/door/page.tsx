import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { PrintButton } from '@/components/cards/print-button'
import '@/components/cards/print.css'
import { CopyLink } from '@/components/teach/copy-link'
import { QrCode } from '@/components/teach/qr-code'
import { ActionForm } from '@/components/ui/form/action-form'
import { Page } from '@/components/ui/page'
import { originOf } from '@/lib/session/origin-of'
import { areCodesResting } from '@/lib/store/teach/wrong-code'
import { spellCode } from '@/lib/teach/door-code'
import { openCourse } from '../../open-course'
import { teachErrors } from '../../teach-errors'
import { openDoor, shutDoor } from './change-door'

type Props = PageProps<'/[locale]/teach/[course]/door'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teach')
  return { title: t('doorTitle') }
}

/** The door of a course, to be shown on a slide: code, link and QR code as large as they go. */
export default async function DoorPage({ params }: Props) {
  const t = await getTranslations('teach')
  const { course } = await openCourse((await params).course, 'manage people')
  const { id, joinCode, joinToken } = course
  if (joinCode === null || joinToken === null)
    return (
      <Page title={t('doorTitle')}>
        <ActionForm act={openDoor.bind(null, id)} submit={t('openADoor')} errors={teachErrors(t)}>
          <p>{t('doorShut')}</p>
        </ActionForm>
      </Page>
    )
  const origin = originOf(await headers())
  const link = `${origin}/join/${joinToken}`
  return (
    <div className="flex flex-col gap-8">
      <div className="screen-only flex max-w-text flex-col gap-2">
        <h1>{t('doorTitle')}</h1>
        <p>{t('doorLead')}</p>
        {(await areCodesResting(new Date())) && (
          <p role="alert" className="border-wrong border-l-4 pl-4">
            {t('codesRest')}
          </p>
        )}
      </div>
      <section
        aria-label={course.name}
        className="flex flex-col items-center gap-6 rounded-sm border border-edge bg-sheet p-6 text-center sm:p-10 print:border-0"
      >
        <p className="font-semibold text-2xl [overflow-wrap:anywhere] sm:text-4xl">{course.name}</p>
        <div className="flex w-full flex-col items-center gap-6 lg:flex-row lg:justify-center lg:gap-10 print:flex-col">
          <div className="w-full max-w-96">
            <QrCode text={link} label={t('qr', { course: course.name })} />
          </div>
          <div className="flex flex-col items-center gap-4">
            <p className="text-xl [overflow-wrap:anywhere] sm:text-2xl">
              {t('doorSlide', { address: `${new URL(origin).host}/join` })}
            </p>
            <p translate="no" className="font-mono font-semibold text-5xl sm:text-7xl">
              {spellCode(joinCode)}
            </p>
          </div>
        </div>
      </section>
      <div className="screen-only grid items-start gap-8 md:grid-cols-2">
        <div className="flex flex-col gap-4">
          <CopyLink link={link} label={t('link')} words={{ copy: t('copy'), copied: t('copied') }} />
          <div>
            <PrintButton text={t('print')} look="plain" />
          </div>
        </div>
        <div className="flex flex-col gap-6">
          <ActionForm act={openDoor.bind(null, id)} submit={t('renew')} errors={teachErrors(t)} look="plain">
            <p className="text-muted">{t('renewHint')}</p>
          </ActionForm>
          <ActionForm act={shutDoor.bind(null, id)} submit={t('shut')} errors={teachErrors(t)} look="plain">
            <p className="text-muted">{t('shutHint')}</p>
          </ActionForm>
        </div>
      </div>
    </div>
  )
}
