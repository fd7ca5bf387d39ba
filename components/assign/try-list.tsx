import { useFormatter, useTranslations } from 'next-intl'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'

/** A try as its owner sees it: `score` null where that is not shown. */
export type SeenTry = {
  readonly id: string
  readonly number: number
  readonly finishedAt: Date | null
  readonly score: { readonly earned: number; readonly outOf: number } | null
  /** What it counts for, in hundredths. */
  readonly worth: number
}

/** One's tries at an assignment, the newest first. */
export function TryList({ tries, timeZone }: { readonly tries: readonly SeenTry[]; readonly timeZone: string }) {
  const t = useTranslations('assign.take')
  const format = useFormatter()
  if (tries.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h2>{t('tries')}</h2>
      <ul className="flex flex-col divide-y divide-rule border-rule border-y">
        {tries.map(({ id, number, finishedAt, score, worth }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
            <span className="font-medium">{t('try', { number })}</span>
            <span className="text-muted text-sm">
              {finishedAt === null
                ? t('running')
                : t('over', {
                    date: format.dateTime(finishedAt, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
                  })}
            </span>
            <span className="ml-auto">
              {finishedAt !== null &&
                (score === null
                  ? t('notShown')
                  : t('points', { earned: format.number(score.earned), outOf: score.outOf }))}
              {score !== null && worth < 100 && <> · {t('worth', { percent: worth })}</>}
            </span>
            {finishedAt !== null && score !== null && (
              <Link className={textLink} href={`/exam/${id}/result`}>
                {t('see')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
