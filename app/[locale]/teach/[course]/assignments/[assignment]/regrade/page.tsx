import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { addressOf } from '@/components/assign/assignment-link'
import { RegradePreview } from '@/components/marks/regrade-preview'
import { RuleForms } from '@/components/marks/rule-form'
import { createMarkWriter } from '@/components/marks/write-marks'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { findSoundBody } from '@/lib/items/mark'
import { findReader } from '@/lib/session/reader'
import { findAssignment } from '@/lib/store/teach/assignment'
import { findCourse } from '@/lib/store/teach/course'
import { listAskedItems } from '@/lib/store/teach/marks/asked-items'
import { listRegrades, previewRegrade } from '@/lib/store/teach/marks/regrade'
import { findStudentNames } from '@/lib/store/teach/marks/student-names'
import { changesOf, isOfItsAuthor, nameOf, type RegradeRule, regradesInForce } from '@/lib/teach/regrade'
import { askedItemLine } from '@/lib/words/present-asked-item'
import { presentOption } from '@/lib/words/present-option'
import { drop, keep } from './decide'
import { ruleIn } from './rule-in'

type Props = PageProps<'/[locale]/teach/[course]/assignments/[assignment]/regrade'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('marks.analysis')
  return { title: t('regrades') }
}

/** A rule by which an assignment is marked anew: chosen, previewed for each student, kept or not; and the record of all. */
export default async function RegradePage({ params, searchParams }: Props) {
  const { course: courseId, assignment: assignmentId } = await params
  const query = await searchParams
  const [t, format, locale] = [await getTranslations('marks'), await getFormatter(), await getLocale()]
  const { userId, timeZone } = await findReader()
  if (userId === undefined) notFound()
  const place = { userId, courseId, assignmentId }
  const course = await findCourse({ userId, courseId, act: 'release' })
  const assignment = await findAssignment({ userId, assignmentId, act: 'release' })
  if (course === undefined || assignment?.courseId !== courseId) notFound()
  const say = await loadSay(locale)
  const items = await listAskedItems(place)
  const lines = new Map(items.map((item) => [nameOf(item), askedItemLine(say, item) ?? item.id] as const))
  const keyed = items.flatMap((item) => {
    const body = findSoundBody(item)
    if (body?.kind !== 'prose' || !isOfItsAuthor(body)) return []
    const options = body.options.map((option) => ({ option, words: presentOption(say, option) }))
    return [{ name: nameOf(item), line: lines.get(nameOf(item)) ?? '', options, key: body.key }]
  })
  const records = await listRegrades(place)
  const rules = new Map(records.flatMap(({ kept, rule }) => (kept === null ? [] : [[kept.id, rule] as const])))
  const inForce = new Set(
    regradesInForce(records.toReversed().flatMap(({ kept, rule }) => (kept === null ? [] : [{ id: kept.id, rule }]))),
  )
  const wordsOf = (rule: RegradeRule): string => {
    switch (rule.kind) {
      case 'withdraw':
        return t(`regrade.rules.${rule.points}`, { item: lineOf({ id: rule.itemId, version: rule.version }) })
      case 'key':
        return t('regrade.rules.key', {
          item: lineOf({ id: rule.itemId, version: rule.version }),
          key: presentOption(say, rule.key),
        })
      case 'credit':
        return t(`regrade.rules.${rule.credit}`)
      case 'take back': {
        const taken = rules.get(rule.regradeId)
        return t('regrade.rules.takeBack', { rule: taken === undefined ? t('regrade.rules.gone') : wordsOf(taken) })
      }
    }
  }
  const lineOf = (item: Parameters<typeof nameOf>[0]) => lines.get(nameOf(item)) ?? t('regrade.rules.gone')
  const rule = ruleIn(query)
  const preview = rule === null ? undefined : await previewRegrade({ ...place, rule, now: new Date() })
  const names = await findStudentNames(place)
  const changes = new Map((preview?.changes ?? []).map((change) => [change.userId, change]))
  // In the order of the gradebook.
  const named = [...names].flatMap(([id, name]) => {
    const change = changes.get(id)
    return change === undefined ? [] : [{ ...change, name }]
  })
  const decided = { courseId, assignmentId, query }
  return (
    <Page
      title={t('regrade.title', { title: assignment.title })}
      width="page"
      back={{ href: addressOf(assignment), text: assignment.title }}
    >
      <p className="max-w-text">{t('regrade.lead')}</p>
      {rule !== null && preview !== undefined && (
        <RegradePreview
          rule={wordsOf(rule)}
          changed={named.filter((one) => changesOf([one]).length > 0)}
          all={named}
          digest={preview.digest}
          keep={keep.bind(null, decided)}
          drop={drop.bind(null, decided)}
          write={createMarkWriter(locale)}
        />
      )}
      <section aria-labelledby="choose" className="flex flex-col gap-3">
        <h2 id="choose">{t('regrade.choose')}</h2>
        {lines.size === 0 ? (
          <p>{t('regrade.noItems')}</p>
        ) : (
          <RuleForms items={[...lines].map(([name, line]) => ({ name, line }))} keyed={keyed} />
        )}
      </section>
      <section aria-labelledby="record" className="flex max-w-text flex-col gap-3">
        <h2 id="record">{t('regrade.record')}</h2>
        {records.length === 0 && <p>{t('regrade.noRecord')}</p>}
        <ol className="flex flex-col divide-y divide-rule">
          {records.map((record) => (
            <li key={`${record.at.getTime()} ${record.kept?.id}`} className="py-2 [overflow-wrap:anywhere]">
              <p>
                <strong className={record.kept === null ? 'text-muted' : 'text-correct'}>
                  {record.kept === null ? t('regrade.isDropped') : t('regrade.isKept')}
                </strong>
                {': '}
                {wordsOf(record.rule)}
              </p>
              {record.kept !== null && <p>{record.kept.reason}</p>}
              <p className="text-muted text-sm">
                {t('regrade.recordLine', {
                  who: record.by ?? t('student.somebody'),
                  when: format.dateTime(record.at, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
                  count: record.changed,
                })}
              </p>
              {record.kept !== null && inForce.has(record.kept.id) && (
                <Link
                  className={`inline-flex min-h-8 items-center ${textLink}`}
                  aria-label={t('regrade.takeBackOf', { rule: wordsOf(record.rule) })}
                  href={{
                    pathname: `/teach/${courseId}/assignments/${assignmentId}/regrade`,
                    query: { rule: 'back', regrade: record.kept.id },
                  }}
                  prefetch={false}
                >
                  {t('regrade.takeBack')}
                </Link>
              )}
            </li>
          ))}
        </ol>
      </section>
    </Page>
  )
}
