import { useTranslations } from 'next-intl'

type Props = {
  readonly report: {
    readonly text: string
    readonly answer: string | null
    readonly outcome: 'kept' | 'withdrawn' | null
  }
}

/** What somebody has reported of a question, and what came of it. */
export function OwnReportLine({ report: { text, answer, outcome } }: Props) {
  const t = useTranslations('marks.report')
  return (
    <div className="border-rule border-l-4 pl-3 text-sm [overflow-wrap:anywhere]">
      <p>{t('said', { text })}</p>
      <p className="text-muted">{outcome === null ? t('waiting') : t(outcome, { answer: answer ?? '' })}</p>
    </div>
  )
}
