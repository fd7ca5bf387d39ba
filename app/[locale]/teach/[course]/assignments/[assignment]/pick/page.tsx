import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf } from '@/components/assign/assignment-link'
import { Button } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { StandingStatus } from '@/components/ui/form/standing-status'
import { Page } from '@/components/ui/page'
import { Pager } from '@/components/ui/pager'
import { Words } from '@/components/ui/words'
import { loadSay, type Say } from '@/lib/i18n/say'
import { itemKinds } from '@/lib/items/item'
import { topics } from '@/lib/items/topics'
import { pageOf } from '@/lib/progress/page-of'
import { hasWords } from '@/lib/review/has-words'
import { type ExamItem, listExamItems } from '@/lib/store/exam/exam-items'
import { listAssignable } from '@/lib/store/teach/questions'
import { wordKey } from '@/lib/tcp/word-key'
import { presentAsked } from '@/lib/words/present-asked'
import { openAssignment } from '../../open-assignment'
import { pick } from './pick'

const pageSize = 20

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assign.pick')
  return { title: t('title') }
}

/** The bank, to pick from by hand. */
export default async function PickPage({
  params,
  searchParams,
}: PageProps<'/[locale]/teach/[course]/assignments/[assignment]/pick'>) {
  const t = await getTranslations('assign.pick')
  const say = await loadSay(await getLocale())
  const { assignment, userId } = await openAssignment(params, 'edit assignments')
  const { id, settings } = assignment
  const asked = await searchParams
  const topic = topics.find((known) => known === asked.topic) ?? ''
  const kind = itemKinds.find((known) => known === asked.kind) ?? ''
  const q = typeof asked.q === 'string' ? asked.q : ''
  const items = await listExamItems()
  const pickedPoints = new Map(settings.picked.map(({ itemId, points }) => [itemId, points]))
  const stems = (some: readonly ExamItem[]) =>
    some.flatMap((item) => {
      const stem = stemOf(say, item)
      return stem === null ? [] : [{ id: item.id, stem }]
    })
  const chosen = stems(settings.picked.flatMap(({ itemId }) => items.find((item) => item.id === itemId) ?? []))
  const fitting = items.filter(
    (item) =>
      !pickedPoints.has(item.id) && (topic === '' || item.topic === topic) && (kind === '' || item.body.kind === kind),
  )
  // To search for words each question must be worded, which takes a second for the whole bank.
  const found = q === '' ? fitting : fitting.filter((item) => hasWords(stemOf(say, item) ?? '', q))
  const { entries, page, pages } = pageOf(found, String(asked.page ?? ''), pageSize)
  const own = await listAssignable({ userId, courseId: assignment.courseId })
  const ownPoints = new Map(settings.questions.map(({ questionId, points }) => [questionId, points]))
  const errors = { busy: t('busy'), full: t('full'), gone: t('busy') }
  const box = 'min-h-11 w-full rounded-sm border border-edge bg-sheet px-3'
  return (
    <Page title={t('title')} back={{ href: addressOf(assignment), text: assignment.title }}>
      <p>{t('lead')}</p>
      <StandingStatus className="flex flex-col gap-6">
        {chosen.length > 0 && (
          <section className="flex flex-col gap-2">
            <h2>{t('chosen')}</h2>
            <ul className="flex flex-col divide-y divide-rule border-rule border-y">
              {chosen.map(({ id: itemId, stem }) => (
                <li key={itemId} className="flex flex-col gap-2 py-3">
                  <Words text={stem} />
                  <ActionForm
                    act={pick.bind(null, id, 'item', itemId)}
                    submit={`${t('remove')} (${pickedPoints.get(itemId)})`}
                    submitName={t('removeNamed', { stem: plain(stem) })}
                    errors={errors}
                    look="plain"
                  >
                    {null}
                  </ActionForm>
                </li>
              ))}
            </ul>
          </section>
        )}
        {own.length > 0 && (
          <section className="flex flex-col gap-2">
            <h2>{t('own')}</h2>
            <ul className="flex flex-col divide-y divide-rule border-rule border-y">
              {own.map(({ questionId, title, verdict, authored }) => (
                <li key={questionId} className="flex flex-col gap-2 py-3 [overflow-wrap:anywhere]">
                  <span>
                    {title} {verdict === 'unchecked' && <span className="text-muted text-sm">· {t('unchecked')}</span>}
                  </span>
                  <ActionForm
                    act={pick.bind(null, id, 'question', questionId)}
                    submit={ownPoints.has(questionId) ? `${t('remove')} (${ownPoints.get(questionId)})` : t('add')}
                    submitName={t(ownPoints.has(questionId) ? 'removeNamed' : 'addNamed', { stem: title })}
                    errors={errors}
                    look="plain"
                  >
                    {ownPoints.has(questionId) ? null : (
                      <PointsField label={t('points')} points={Math.min(20, authored.points)} />
                    )}
                  </ActionForm>
                </li>
              ))}
            </ul>
          </section>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the types of React that are in use */}
        <form role="search" className="grid items-end gap-3 sm:grid-cols-2">
          <label className="flex flex-col gap-1 font-medium">
            {t('topic')}
            <select name="topic" defaultValue={topic} className={box}>
              <option value="">{t('all')}</option>
              {topics.map((name) => (
                <option key={name} value={name}>
                  {say(`item.topics.${wordKey(name)}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="flex flex-col gap-1 font-medium">
            {t('kind')}
            <select name="kind" defaultValue={kind} className={box}>
              <option value="">{t('all')}</option>
              {itemKinds.map((name) => (
                <option key={name} value={name}>
                  {say(`item.kinds.${name}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="flex flex-col gap-1 font-medium">
            {t('search')}
            <input type="search" name="q" defaultValue={q} maxLength={200} className={box} />
          </label>
          <Button type="submit">{t('find')}</Button>
        </form>
        <p role="status" className="text-muted">
          {t('found', { count: found.length })}
        </p>
        <ul className="flex flex-col divide-y divide-rule border-rule border-y">
          {stems(entries).map(({ id: itemId, stem }) => (
            <li key={itemId} className="flex flex-col gap-2 py-3">
              <Words text={stem} />
              <ActionForm
                act={pick.bind(null, id, 'item', itemId)}
                submit={t('add')}
                submitName={t('addNamed', { stem: plain(stem) })}
                errors={errors}
                look="plain"
              >
                <PointsField label={t('points')} points={settings.blueprint?.points ?? 1} />
              </ActionForm>
            </li>
          ))}
        </ul>
      </StandingStatus>
      <Pager
        page={page}
        pages={pages}
        addressOf={(to) => `${addressOf(assignment)}/pick?${new URLSearchParams({ topic, kind, q, page: String(to) })}`}
        words={{ label: t('pages'), here: t('page', { page, pages }), previous: t('previous'), next: t('next') }}
      />
    </Page>
  )
}

function PointsField({ label, points }: { readonly label: string; readonly points: number }) {
  return (
    <label className="flex items-center gap-2">
      {label}
      <input
        type="number"
        name="points"
        min={1}
        max={20}
        defaultValue={points}
        className="min-h-11 w-20 rounded-sm border border-edge bg-sheet px-2 font-mono"
      />
    </label>
  )
}

function stemOf(say: Say, item: ExamItem): string | null {
  return presentAsked(say, { item, seed: 1 }, 0)?.stem ?? null
}

const plain = (stem: string) => stem.replaceAll('`', '')
