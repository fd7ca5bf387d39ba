import { getLocale, getTranslations } from 'next-intl/server'
import { AnalysedItem } from '@/components/marks/analysed-item'
import { AnalysisHelp } from '@/components/marks/analysis-help'
import { AnalysisSummary } from '@/components/marks/analysis-summary'
import { ClassBeliefList } from '@/components/marks/class-belief-list'
import { FactTable } from '@/components/marks/fact-table'
import { createMarkWriter } from '@/components/marks/write-marks'
import { practiceTexts } from '@/components/practice/texts'
import type { Act } from '@/components/ui/form/form-state'
import { Pager } from '@/components/ui/pager'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import type { AssignmentAnalysis } from '@/lib/store/teach/marks/analysis'
import { mayRole } from '@/lib/teach/roles'
import { factWords } from '@/lib/words/fact-words'
import { presentAnalysis, presentFlags } from '@/lib/words/present-analysis'

/** How many items stand on a page, each with its proof, and how many facts at all: the gravest. */
const itemsShown = 10
const factsShown = 60

type Props = {
  readonly found: AssignmentAnalysis
  /** Which page of the items, from 1. */
  readonly page: number
  readonly makeSetOf: ((belief: string) => Act) | null
}

/** What the papers of an assignment, or of a course, say of its items, its facts and its class. */
export async function AnalysisView({ found, page, makeSetOf }: Props) {
  const { course, assignment, analysis, beliefs } = found
  const [t, locale] = [await getTranslations('marks.analysis'), await getLocale()]
  const say = await loadSay(locale)
  const write = createMarkWriter(locale)
  const texts = practiceTexts(say)
  const pages = Math.max(1, Math.ceil(analysis.items.length / itemsShown))
  const at = Math.min(page, pages)
  const items = analysis.items.slice((at - 1) * itemsShown, at * itemsShown)
  const base = assignment === null ? null : `/teach/${course.id}/assignments/${assignment.id}`
  const mayRegrade = mayRole(course.role, 'release')
  return (
    <>
      <AnalysisSummary analysis={analysis} write={write} />
      {analysis.papers > 0 && (
        <>
          <AnalysisHelp />
          {base !== null && (
            <section aria-labelledby="items" className="flex flex-col gap-2">
              <h2 id="items">{t('items')}</h2>
              <p>
                {t('itemsLead')}{' '}
                {mayRegrade && (
                  <Link className={textLink} href={`${base}/regrade`}>
                    {t('regrades')}
                  </Link>
                )}
              </p>
              <ol className="flex flex-col divide-y divide-rule border-rule border-y">
                {items.map((analysed) => {
                  const presented = presentAnalysis(say, analysed)
                  const query = { rule: 'nobody', item: `${analysed.version} ${analysed.itemId}` }
                  return presented === null ? null : (
                    <AnalysedItem
                      key={`${analysed.version} ${analysed.itemId}`}
                      {...{ analysed, presented, texts, locale, write }}
                    >
                      {mayRegrade && (
                        <Link
                          className={`inline-flex min-h-11 w-fit items-center ${textLink}`}
                          href={{ pathname: `${base}/regrade`, query }}
                          prefetch={false}
                        >
                          {t('regrade')}
                        </Link>
                      )}
                    </AnalysedItem>
                  )
                })}
              </ol>
              <Pager
                page={at}
                pages={pages}
                addressOf={(to) => ({ pathname: `${base}/analysis`, query: { page: String(to) } })}
                words={{
                  label: t('pages'),
                  here: t('here', { page: String(at), pages: String(pages) }),
                  previous: t('previous'),
                  next: t('next'),
                }}
              />
            </section>
          )}
          <section aria-labelledby="facts" className="flex flex-col gap-2">
            <h2 id="facts">{t('facts')}</h2>
            <p>{t('factsLead')}</p>
            <FactTable
              facts={analysis.facts.slice(0, factsShown).map(({ fact, statistics, flags }) => ({
                id: fact,
                words: factWords(say, fact),
                statistics,
                flags: presentFlags(say, flags),
              }))}
              write={write}
            />
          </section>
          <ClassBeliefList
            beliefs={beliefs.map(({ id, holders, asked, facts }) => ({
              ...{ id, asked, facts: facts.length, holders: holders.length },
              belief: say(`misconceptions.${id}.belief`),
              correction: say(`misconceptions.${id}.correction`),
              makeSet: makeSetOf?.(id) ?? null,
            }))}
          />
        </>
      )}
    </>
  )
}
