import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { addressOf } from '@/components/assign/assignment-link'
import { QuestionRow } from '@/components/teach/question-row'
import { ActionForm } from '@/components/ui/form/action-form'
import { StandingStatus } from '@/components/ui/form/standing-status'
import { Page } from '@/components/ui/page'
import { Pager } from '@/components/ui/pager'
import { loadSay } from '@/lib/i18n/say'
import { itemKinds } from '@/lib/items/item'
import { topics } from '@/lib/items/topics'
import { pageOf } from '@/lib/progress/page-of'
import { hasWords } from '@/lib/review/has-words'
import { listExamItems } from '@/lib/store/exam/exam-items'
import { listAssignable } from '@/lib/store/teach/questions'
import { presentKey } from '@/lib/words/present-key'
import { questionLine, titleLine, unmarked } from '@/lib/words/question-line'
import { BankSearch } from '../../../bank-search'
import { openAssignment } from '../../open-assignment'
import { pick } from './pick'

type Props = PageProps<'/[locale]/teach/[course]/assignments/[assignment]/pick'>

const pageSize = 20
const list = 'flex flex-col divide-y divide-rule border-rule border-y'

const query = z.object({
  topic: z.enum(['', ...topics]).catch(''),
  kind: z.enum(['', ...itemKinds]).catch(''),
  words: z.string().trim().max(80).catch(''),
  page: z.string().catch(''),
})

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assign.pick')
  return { title: t('title') }
}

/** The bank, to pick from by hand. */
export default async function PickPage({ params, searchParams }: Props) {
  const t = await getTranslations('assign.pick')
  const say = await loadSay(await getLocale())
  const { assignment, userId } = await openAssignment(params, 'edit assignments')
  const { id, courseId, settings } = assignment
  const { topic, kind, words, page: wanted } = query.parse(await searchParams)
  const items = await listExamItems()
  const pickedPoints = new Map(settings.picked.map(({ itemId, points }) => [itemId, points]))
  const chosen = settings.picked.flatMap(({ itemId }) => items.find((item) => item.id === itemId) ?? [])
  const fitting = items.filter(
    (item) =>
      !pickedPoints.has(item.id) && (topic === '' || item.topic === topic) && (kind === '' || item.body.kind === kind),
  )
  // To search for words each question must be worded, which takes a second for the whole bank.
  const found = words === '' ? fitting : fitting.filter((item) => hasWords(questionLine(say, item), words))
  const { entries, page, pages } = pageOf(found, wanted, pageSize)
  const own = await listAssignable({ userId, courseId })
  const ownPoints = new Map(settings.questions.map(({ questionId, points }) => [questionId, points]))
  const add = { assignmentId: id, points: settings.blueprint?.points ?? 1 }
  return (
    <Page title={t('title')} width="page" back={{ href: addressOf(assignment), text: assignment.title }}>
      <p>{t('lead')}</p>
      <StandingStatus className="flex flex-col gap-8">
        {chosen.length > 0 && (
          <section className="flex flex-col gap-2">
            <h2>{t('chosen')}</h2>
            <ul className={list}>
              {chosen.map((item) => {
                const line = questionLine(say, item)
                return (
                  <QuestionRow
                    key={item.id}
                    line={line}
                    hint={t('worth', { points: pickedPoints.get(item.id) ?? 1 })}
                    shown={presentKey(say, item.body)}
                  >
                    <PickForm which="item" questionId={item.id} line={line} {...add} isPicked />
                  </QuestionRow>
                )
              })}
            </ul>
          </section>
        )}
        {own.length > 0 && (
          <section className="flex flex-col gap-2">
            <h2>{t('own')}</h2>
            <ul className={list}>
              {own.map(({ questionId, title, verdict, authored }) => {
                const line = titleLine(say, { title, authored })
                const points = ownPoints.get(questionId)
                const said = [
                  ...(verdict === 'unchecked' ? [t('unchecked')] : []),
                  ...(points === undefined ? [] : [t('worth', { points })]),
                ]
                return (
                  <QuestionRow
                    key={questionId}
                    line={line}
                    hint={said.length === 0 ? undefined : said.join(' · ')}
                    shown={presentKey(say, authored.body)}
                  >
                    <PickForm
                      which="question"
                      {...{ questionId, line }}
                      assignmentId={id}
                      points={Math.min(20, authored.points)}
                      isPicked={points !== undefined}
                    />
                  </QuestionRow>
                )
              })}
            </ul>
          </section>
        )}
        <section className="flex flex-col gap-3">
          <h2>{t('bank')}</h2>
          <BankSearch search={{ topic, kind, words }} say={say} />
          <p role="status" className="text-muted">
            {t('found', { count: found.length })}
          </p>
          <ul className={list}>
            {entries.map((item) => {
              const line = questionLine(say, item)
              return (
                <QuestionRow key={item.id} line={line} shown={presentKey(say, item.body)}>
                  <PickForm which="item" questionId={item.id} line={line} {...add} isPicked={false} />
                </QuestionRow>
              )
            })}
          </ul>
        </section>
      </StandingStatus>
      <Pager
        page={page}
        pages={pages}
        addressOf={(to) =>
          `${addressOf(assignment)}/pick?${new URLSearchParams({ topic, kind, words, page: String(to) })}`
        }
        words={{ label: t('pages'), here: t('page', { page, pages }), previous: t('previous'), next: t('next') }}
      />
    </Page>
  )
}

type FormProps = {
  readonly assignmentId: string
  readonly which: 'item' | 'question'
  readonly questionId: string
  readonly line: string
  /** What it is worth where nothing else is said. */
  readonly points: number
  readonly isPicked: boolean
}

/** Picks a question for so many points, or takes it out. */
async function PickForm({ assignmentId, which, questionId, line, points, isPicked }: FormProps) {
  const t = await getTranslations('assign.pick')
  const stem = unmarked(line)
  return (
    <ActionForm
      act={pick.bind(null, assignmentId, which, questionId)}
      submit={isPicked ? t('remove') : t('add')}
      submitName={t(isPicked ? 'removeNamed' : 'addNamed', { stem })}
      done={isPicked ? t('removed') : t('added')}
      errors={{ busy: t('busy'), full: t('full'), gone: t('busy') }}
      look="plain"
      layout="row"
    >
      {!isPicked && (
        <label className="flex items-center gap-2">
          {t('points')}
          <input
            type="number"
            name="points"
            min={1}
            max={20}
            defaultValue={points}
            className="min-h-11 w-16 rounded-sm border border-edge bg-sheet px-2 font-mono"
          />
        </label>
      )}
    </ActionForm>
  )
}
