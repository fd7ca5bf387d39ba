import { useTranslations } from 'next-intl'
import { summaryLook } from '@/components/ui/summary-look'

/** What the numbers of an analysis are, and where their limits come from. */
export function AnalysisHelp() {
  const t = useTranslations('marks.analysis.help')
  return (
    <details className="max-w-text">
      <summary className={summaryLook}>{t('title')}</summary>
      <div className="flex flex-col gap-2 text-muted">
        {(['facility', 'discrimination', 'flags', 'time'] as const).map((part) => (
          <p key={part}>{t(part)}</p>
        ))}
      </div>
    </details>
  )
}
