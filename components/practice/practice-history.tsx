import { useFormatter, useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/navigation'

type Entry = {
  readonly id: string
  readonly length: number
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly answered: number
  readonly right: number
  readonly aim: 'chosen' | 'beliefs'
}

/** How the moment of a practice or an exam is written. */
export const when = {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
} as const

type Props = {
  readonly practices: readonly Entry[]
  /** Where the reader is; UTC, where that is not known, is said. */
  readonly timeZone: string
}

/** The practices of one person, newest first: what was right, and the way back into what is not finished. */
export function PracticeHistory({ practices, timeZone }: Props) {
  const t = useTranslations('practice')
  const format = useFormatter()
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('history')}</h2>
      {practices.length === 0 ? (
        <p className="text-muted">{t('historyNone')}</p>
      ) : (
        <ul className="divide-y divide-rule">
          {practices.map(({ id, startedAt, finishedAt, answered, right, length, aim }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <span>
                {t(aim === 'beliefs' ? 'aim.entry' : 'historyEntry', {
                  date: format.dateTime(startedAt, {
                    ...when,
                    timeZone,
                    ...(timeZone === 'UTC' && { timeZoneName: 'short' }),
                  }),
                  right,
                  answered,
                })}
              </span>
              <Link
                className="inline-flex min-h-8 items-center text-accent underline"
                href={finishedAt === null ? `/practice/${id}` : `/practice/${id}/summary`}
              >
                {finishedAt !== null
                  ? t('seeSummary')
                  : aim === 'beliefs'
                    ? t('goOn')
                    : t('continue', { next: answered + 1, length })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
