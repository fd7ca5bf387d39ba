import { useFormatter, useTranslations } from 'next-intl'
import { when } from '@/components/practice/practice-history'
import { Link } from '@/lib/i18n/navigation'

type Entry = {
  readonly id: string
  readonly startedAt: Date
  /** Null while the attempt is open. */
  readonly score: { readonly earned: number; readonly outOf: number } | null
}

/** The exams of one person, newest first: the points, and the way to the result. */
export function ExamHistory({ exams, timeZone }: { readonly exams: readonly Entry[]; readonly timeZone: string }) {
  const t = useTranslations('exam')
  const format = useFormatter()
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('history')}</h2>
      {exams.length === 0 ? (
        <p className="text-muted">{t('historyNone')}</p>
      ) : (
        <ul className="divide-y divide-rule">
          {exams.map(({ id, startedAt, score }) => {
            const date = format.dateTime(startedAt, { ...when, timeZone })
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
                <span>
                  {score === null
                    ? t('historyOpen', { date })
                    : t('historyEntry', { date, earned: format.number(score.earned), outOf: score.outOf })}
                </span>
                <Link
                  className="inline-flex min-h-8 items-center text-accent underline"
                  href={score === null ? `/exam/${id}` : `/exam/${id}/result`}
                >
                  {score === null ? t('continue') : t('seeResult')}
                </Link>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
