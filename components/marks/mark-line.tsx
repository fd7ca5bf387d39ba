import { useTranslations } from 'next-intl'
import type { Mark } from '@/lib/teach/gradebook'
import type { MarkWriter } from './write-marks'

type Props = { readonly mark: Mark | null; readonly isDropped: boolean; readonly write: MarkWriter }

/** A mark in points, and what is to be said of it. */
export function MarkLine({ mark, isDropped, write }: Props) {
  const t = useTranslations('marks')
  if (mark === null) return <span className="text-muted">{t('noMark')}</span>
  const said = [
    ...(mark.from === 'override' ? [t('flag.byHand')] : []),
    ...(mark.from === 'missing' ? [t('flag.missing')] : []),
    ...(isDropped ? [t('flag.dropped')] : []),
  ]
  return (
    <span>
      <span className="font-semibold tabular-nums">
        {t('points', { earned: write.points(mark.earned), outOf: write.points(mark.outOf) })}
      </span>
      {said.length > 0 && <span className="text-muted text-sm"> · {said.join(' · ')}</span>}
    </span>
  )
}
