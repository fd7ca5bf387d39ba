import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AnswerBars } from '@/components/live/answer-bars'
import { QuestionRow } from '@/components/teach/question-row'
import { buttonClass } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import { loadSay, type Say } from '@/lib/i18n/say'
import { itemKinds } from '@/lib/items/item'
import { topics } from '@/lib/items/topics'
import { type LiveQuestion, listLive, listLiveAnswers } from '@/lib/store/teach/live'
import { listAssignable } from '@/lib/store/teach/questions'
import { presentTally } from '@/lib/words/present-live'
import { questionLine, titleLine, unmarked } from '@/lib/words/question-line'
import { openCourse } from '../../open-course'
import { BankSearch } from '../bank-search'
import { findInBank, type Sought } from './find-in-bank'
import { askInHall } from './live-acts'
import { liveErrors } from './live-errors'

type Props = PageProps<'/[locale]/teach/[course]/live'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('live')
  return { title: t('title') }
}

const query = z.object({
  topic: z.enum(['', ...topics]).catch(topics[0]),
  kind: z.enum(['', ...itemKinds]).catch(''),
  words: z.string().trim().max(80).catch(''),
})

const mostShown = 20

/** Where staff pick a question for the hall, and find those that were asked. */
export default async function LivePage({ params, searchParams }: Props) {
  const { course: courseId } = await params
  const { asking, reader } = await openCourse(courseId, 'ask live')
  const t = await getTranslations('live')
  const say = await loadSay(await getLocale())
  const lived = await listLive(asking)
  const open = lived.find(({ state }) => state === 'open')
  return (
    <Page title={t('title')} width="page">
      <p className="max-w-text">{t('lead')}</p>
      {open !== undefined && (
        <p className="flex flex-wrap items-center gap-4 border-accent border-l-4 pl-4">
          {t('open')}
          <Link href={`/teach/${courseId}/live/${open.id}`} className={buttonClass('primary')}>
            {t('toOpen')}
          </Link>
        </p>
      )}
      {open === undefined && <Choose {...{ courseId, asking, say }} search={query.parse(await searchParams)} />}
      <Asked {...{ courseId, say }} lived={lived.filter((live) => live !== open)} timeZone={reader.timeZone} />
    </Page>
  )
}

type ChooseProps = {
  readonly courseId: string
  readonly asking: { readonly userId: string; readonly courseId: string }
  readonly search: Sought
  readonly say: Say
}

async function Choose({ courseId, asking, search, say }: ChooseProps) {
  const t = await getTranslations('live')
  const own = await listAssignable(asking, 'ask live')
  const found = findInBank(say, search)
  const errors = liveErrors(t)
  const ask = (line: string, which: Parameters<typeof askInHall>[1]) => (
    <ActionForm
      act={askInHall.bind(null, courseId, which)}
      submit={t('ask')}
      submitName={t('askThis', { question: unmarked(line) })}
      errors={errors}
      look="plain"
    >
      {null}
    </ActionForm>
  )
  return (
    <section className="flex flex-col gap-6">
      <h2>{t('choose')}</h2>
      <div className="flex flex-col gap-3">
        <h3>{t('own')}</h3>
        {own.length === 0 ? (
          <p className="text-muted">{t('ownNone')}</p>
        ) : (
          <ul className="divide-y divide-rule border-rule border-y">
            {own.map(({ questionId, title, authored }) => {
              const line = titleLine(say, { title, authored })
              return (
                <QuestionRow key={questionId} line={line}>
                  {ask(line, { kind: 'question', questionId })}
                </QuestionRow>
              )
            })}
          </ul>
        )}
      </div>
      <div className="flex flex-col gap-3">
        <h3>{t('bank')}</h3>
        <BankSearch search={search} say={say} />
        <p role="status" className="text-muted">
          {t('found', { count: found.length })}
          {found.length > mostShown && ` · ${t('firstOf', { shown: String(mostShown) })}`}
        </p>
        <ul className="divide-y divide-rule border-rule border-y">
          {found.slice(0, mostShown).map(({ id, line }) => (
            <QuestionRow key={id} line={line}>
              {ask(line, { kind: 'item', itemId: id })}
            </QuestionRow>
          ))}
        </ul>
      </div>
    </section>
  )
}

type AskedProps = {
  readonly courseId: string
  readonly lived: readonly LiveQuestion[]
  readonly timeZone: string
  readonly say: Say
}

/** What was asked before, each with its bars. */
async function Asked({ courseId, lived, timeZone, say }: AskedProps) {
  const t = await getTranslations('live')
  const format = await getFormatter()
  const entries = await Promise.all(
    lived.map(async (live) => ({ live, tally: presentTally(say, live, await listLiveAnswers(live.id)) })),
  )
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('old')}</h2>
      {entries.length === 0 && <p className="text-muted">{t('oldNone')}</p>}
      <ul className="divide-y divide-rule border-rule border-y empty:border-0">
        {entries.map(({ live, tally }) => (
          <li key={live.id} className="py-2">
            <details>
              <summary className="min-h-11 cursor-pointer py-2 [overflow-wrap:anywhere] [&_code]:whitespace-normal">
                <Words text={questionLine(say, live.asked)} />
                <span className="block text-muted text-sm">
                  {t('askedAt', {
                    date: format.dateTime(live.openedAt, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
                    count: tally?.answers ?? 0,
                  })}{' '}
                  · {t(`state.${live.state}`)}
                </span>
              </summary>
              <div className="flex flex-col gap-4 py-3">
                {tally !== null && <AnswerBars tally={tally} />}
                <p>
                  <Link href={`/teach/${courseId}/live/${live.id}`} className={textLink} prefetch={false}>
                    {t('proof')}
                  </Link>
                </p>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
