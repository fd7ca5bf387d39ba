import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { findByCode } from '@/app/api/v1/live/find-by-code'
import { FeedbackView } from '@/components/item/feedback-view'
import { AnswerBars } from '@/components/live/answer-bars'
import { LiveAnswer, type LiveTexts } from '@/components/live/live-answer'
import { LiveQuestionView } from '@/components/live/live-question'
import { LiveWatch } from '@/components/live/live-watch'
import { practiceTexts } from '@/components/practice/texts'
import { Words } from '@/components/ui/words'
import { loadSay, type Say } from '@/lib/i18n/say'
import { findVoter } from '@/lib/session/voter'
import { findLiveAnswer, listLiveAnswers } from '@/lib/store/teach/live'
import { presentQuestionAlone } from '@/lib/words/present-authored'
import { presentOwnAnswer, presentReveal, presentTally } from '@/lib/words/present-live'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('live')
  return { title: t('title') }
}

/** A live question on a phone in the hall: to answer, then its bars, then what is right. Nobody has to say who they are. */
export default async function PhonePage({ params }: PageProps<'/[locale]/live/[code]'>) {
  const found = await findByCode((await params).code, await headers())
  if (found.kind === 'refused') notFound()
  const { live } = found
  const t = await getTranslations('live')
  const locale = await getLocale()
  const say = await loadSay(locale)
  const voter = await findVoter(live.id)
  const answer = voter === undefined ? undefined : await findLiveAnswer(live.id, voter)
  const item = presentQuestionAlone(say, live.asked, live.seed)
  const tally = live.state === 'open' ? null : presentTally(say, live, await listLiveAnswers(live.id))
  const reveal = presentReveal(say, live, answer)
  const texts = practiceTexts(say)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <LiveQuestionView item={item} texts={texts} />
      {live.state === 'open' ? (
        <LiveAnswer
          code={live.code}
          item={item}
          hasAnswered={answer !== undefined}
          texts={liveTexts(say)}
          practiceTexts={texts}
        />
      ) : (
        <>
          {live.state === 'closed' && <p role="status">{t('closedPhone')}</p>}
          <p className="[overflow-wrap:anywhere]">
            {answer === undefined ? (
              t('yoursNone')
            ) : (
              <>
                <span className="text-muted">{t('yours')}: </span>
                <Words text={presentOwnAnswer(say, answer)} />
              </>
            )}
          </p>
          {reveal !== null && (
            <FeedbackView
              feedback={reveal}
              texts={texts}
              locale={locale}
              {...(answer === undefined && { neutral: t('proof') })}
            />
          )}
          {tally !== null && <AnswerBars tally={tally} />}
        </>
      )}
      {live.state !== 'revealed' && <LiveWatch address={`/api/v1/live/${live.code}/changes`} />}
    </div>
  )
}

const plain = ['send', 'sendAgain', 'sent', 'sending', 'failed', 'anonymous'] as const
const errors = ['closed', 'full', 'busy', 'invalid', 'no such question'] as const

function liveTexts(say: Say): LiveTexts {
  return {
    ...(Object.fromEntries(plain.map((key) => [key, say(`live.${key}`)])) as Record<(typeof plain)[number], string>),
    errors: Object.fromEntries(errors.map((error) => [error, say(`live.errors.${error.replaceAll(' ', '-')}`)])),
  }
}
