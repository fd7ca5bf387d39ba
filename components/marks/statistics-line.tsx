import { useTranslations } from 'next-intl'
import type { Statistics } from '@/lib/teach/item-analysis'
import type { MarkWriter } from './write-marks'

/** The numbers of an item, each with its name. */
export function StatisticsLine({ statistics, write }: { readonly statistics: Statistics; readonly write: MarkWriter }) {
  const t = useTranslations('marks.analysis')
  const { shown, facility, guess, discrimination, upperLower, took } = statistics
  const seconds = took === null ? null : t('seconds', { seconds: Math.round(took.ms / 1000) })
  const parts = [
    [t('shown'), String(shown)],
    [t('facility'), write.share(facility)],
    [t('guess'), write.share(guess)],
    [t('discrimination'), discrimination === null ? t('unknown') : write.index(discrimination)],
    [t('upperLower'), upperLower === null ? t('unknown') : write.index(upperLower.value)],
    [t('time'), took === null || seconds === null ? t('unknown') : t('timeOf', { time: seconds, count: took.of })],
  ] as const
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {parts.map(([name, value]) => (
        <div key={name} className="flex gap-x-1.5">
          <dt className="text-muted">{name}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
