import { useTranslations } from 'next-intl'
import { BarChart } from '@/components/chart/bar-chart'
import { Figure } from '@/components/chart/figure'
import type { Analysis } from '@/lib/teach/item-analysis'
import type { MarkWriter } from './write-marks'

type Props = { readonly analysis: Analysis; readonly write: MarkWriter }

/** How the papers of an assignment came out: their spread, and how far it can be relied on. */
export function AnalysisSummary({ analysis: { papers, scores, tenths, reliability }, write }: Props) {
  const t = useTranslations('marks.analysis')
  if (scores === null) return <p className="border-accent border-l-4 pl-4">{t('papers', { count: papers })}</p>
  const named = tenths.map((count, tenth) => ({ count, from: String(tenth * 10), to: String(tenth * 10 + 10) }))
  return (
    <>
      <Figure
        id="spread"
        title={t('tenths')}
        lead={
          <p>
            {t('scores', {
              count: papers,
              mean: write.share(scores.mean),
              median: write.share(scores.median),
              sd: write.share(scores.sd),
            })}
          </p>
        }
        table={{
          head: [t('share'), t('count')],
          rows: named.map(({ count, from, to }) => ({ key: from, cells: [t('tenth', { from, to }), count] })),
        }}
        words={{ open: t('table') }}
      >
        <BarChart
          label={t('tenths')}
          unit={t('count')}
          write={String}
          bars={named.map(({ count, from, to }, key) => ({
            key,
            name: from,
            title: t('tenthTitle', { from, to, count }),
            value: count,
          }))}
        />
      </Figure>
      <section aria-labelledby="reliability" className="flex max-w-text flex-col gap-2">
        <h2 id="reliability">{t('reliability')}</h2>
        {reliability.kind === 'unsaid' ? (
          <p>{t(`unsaid.${reliability.why}`)}</p>
        ) : (
          <>
            <p>
              {t('alpha', {
                alpha: write.index(reliability.alpha),
                count: reliability.count,
                parts: reliability.parts,
                sem: write.index(reliability.sem),
                sd: write.index(reliability.sd),
              })}
            </p>
            {reliability.parts === 'strata' && <p className="text-muted">{t('byStrata')}</p>}
          </>
        )}
      </section>
    </>
  )
}
