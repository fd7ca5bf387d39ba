import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { FeedbackView } from '@/components/item/feedback-view'
import { AnswerBars } from '@/components/live/answer-bars'
import { LiveQuestionView } from '@/components/live/live-question'
import { LiveWatch } from '@/components/live/live-watch'
import { practiceTexts } from '@/components/practice/texts'
import { QrCode } from '@/components/teach/qr-code'
import { buttonClass } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { originOf } from '@/lib/session/origin-of'
import { countLiveAnswers, findLive, type LiveQuestion, listLiveAnswers } from '@/lib/store/teach/live'
import { spellCode } from '@/lib/teach/door-code'
import { presentQuestionAlone } from '@/lib/words/present-authored'
import { presentReveal, presentTally } from '@/lib/words/present-live'
import { openCourse } from '../../../open-course'
import { moveLive } from '../live-acts'
import { liveErrors } from '../live-errors'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('live')
  return { title: t('title') }
}

/** A live question for the wall: how to get there and how many have answered, then the bars, then the proof. */
export default async function WallPage({ params }: PageProps<'/[locale]/teach/[course]/live/[live]'>) {
  const { course: courseId, live: liveId } = await params
  const { asking } = await openCourse(courseId, 'ask live')
  const live = await findLive({ ...asking, liveId })
  if (live === undefined) notFound()
  const t = await getTranslations('live')
  const locale = await getLocale()
  const say = await loadSay(locale)
  const texts = practiceTexts(say)
  const tally = live.state === 'open' ? null : presentTally(say, live, await listLiveAnswers(liveId))
  const reveal = presentReveal(say, live, undefined)
  return (
    <div className="flex flex-col gap-8">
      <p>
        <Link href={`/teach/${courseId}/live`} className={textLink}>
          ← {t('toList')}
        </Link>
      </p>
      <div
        className={`grid grid-cols-[minmax(0,1fr)] items-start gap-8 ${live.state === 'open' ? 'lg:grid-cols-[minmax(0,1fr)_18rem]' : ''}`}
      >
        <LiveQuestionView item={presentQuestionAlone(say, live.asked, live.seed)} texts={texts} isLarge />
        {live.state === 'open' && <Way live={live} locale={locale} />}
      </div>
      {reveal !== null && (
        <div className="text-lg">
          <FeedbackView feedback={reveal} texts={texts} locale={locale} neutral={t('proof')} />
        </div>
      )}
      {tally !== null && <AnswerBars tally={tally} />}
      <Moves courseId={courseId} live={live} />
      {live.state === 'open' && <LiveWatch address={`/api/v1/live/${live.code}/changes?answers`} />}
    </div>
  )
}

/** Address, code and QR code, and how many have found them. */
async function Way({ live, locale }: { readonly live: LiveQuestion; readonly locale: string }) {
  const t = await getTranslations('live')
  const origin = originOf(await headers())
  const address = `${origin}/${locale}/live/${live.code}`
  return (
    <aside
      aria-label={t('code')}
      className="flex flex-col items-center gap-4 rounded-sm border border-edge bg-sheet p-5 text-center"
    >
      <p className="[overflow-wrap:anywhere]">{t('joinAt', { address: `${new URL(origin).host}/live` })}</p>
      <p translate="no" className="whitespace-nowrap font-mono font-semibold text-4xl sm:text-5xl">
        {spellCode(live.code)}
      </p>
      <div className="w-full max-w-56">
        <QrCode text={address} label={t('qr', { address })} />
      </div>
      <p role="status" className="font-semibold text-xl">
        {t('answers', { count: await countLiveAnswers(live.id) })}
      </p>
    </aside>
  )
}

/** What comes next: close, show the proof, ask another. */
async function Moves({ courseId, live }: { readonly courseId: string; readonly live: LiveQuestion }) {
  const t = await getTranslations('live')
  const errors = liveErrors(t)
  const which = { courseId, liveId: live.id }
  if (live.state === 'revealed') {
    return (
      <p>
        <Link href={`/teach/${courseId}/live`} className={buttonClass('primary')}>
          {t('another')}
        </Link>
      </p>
    )
  }
  const to = live.state === 'open' ? 'closed' : 'revealed'
  return (
    <ActionForm
      key={to}
      act={moveLive.bind(null, { ...which, to })}
      submit={to === 'closed' ? t('close') : t('reveal')}
      errors={errors}
    >
      {to === 'closed' ? <p className="text-muted">{t('closeHint')}</p> : null}
    </ActionForm>
  )
}
