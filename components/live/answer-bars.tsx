import { useFormatter, useTranslations } from 'next-intl'
import { TableTwin } from '@/components/chart/table-twin'
import { Words } from '@/components/ui/words'
import type { PresentedTally } from '@/lib/words/present-live'

/** The answers of a hall as bars, one under the other since options are sentences; the same as a table. */
export function AnswerBars({ tally }: { readonly tally: PresentedTally }) {
  const t = useTranslations('live')
  const format = useFormatter()
  const { answers, bars, others } = tally
  const shares = [...bars, ...(others > 0 ? [{ label: t('othersWords'), count: others, right: null }] : [])].map(
    (bar) => ({ ...bar, percent: answers === 0 ? 0 : Math.round((100 * bar.count) / answers) }),
  )
  return (
    <section aria-label={t('result')} className="flex flex-col gap-4">
      <h3>{t('result')}</h3>
      <p className="text-muted">{t('answers', { count: answers })}</p>
      <ul className="flex flex-col gap-4">
        {shares.map(({ label, count, percent, right }) => (
          <li key={label} className="flex flex-col gap-1">
            <p className="flex flex-wrap items-baseline gap-x-4">
              <span className="min-w-0 grow basis-40 [overflow-wrap:anywhere] [&_code]:whitespace-normal">
                <Words text={label} />
              </span>
              {right === true && <span className="font-medium text-correct">✓ {t('right')}</span>}
              <span className="whitespace-nowrap font-semibold tabular-nums">
                {format.number(count)} · {t('share', { percent: String(percent) })}
              </span>
            </p>
            <svg
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              className="h-5 w-full rounded-sm border border-rule"
              aria-hidden="true"
            >
              <rect width={percent} height={4} className={right === true ? 'fill-correct' : 'fill-accent'} />
            </svg>
          </li>
        ))}
      </ul>
      <TableTwin
        open={t('asTable')}
        caption={t('result')}
        head={[t('answer'), t('count')]}
        rows={shares.map(({ label, count }) => ({
          key: label,
          cells: [<Words key={label} text={label} />, format.number(count)],
        }))}
      />
    </section>
  )
}
