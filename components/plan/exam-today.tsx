import { useFormatter, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { type Interval, intervalWords } from './percent'
import { ScoreBar } from './score-bar'

type Props = {
  /** Which exam, and in how many days. */
  readonly title: string
  readonly plan: {
    readonly days: number
    readonly reviews: number
    readonly ahead: number
    readonly fresh: number
    readonly steps: number
    readonly isHoliday: boolean
    readonly minutes: number | null
    readonly unmet: number
    readonly neededPerDay: number
    readonly untaken: number
    readonly facts: number
    readonly ifToday: Interval | null
    readonly onTheDay: Interval | null
  }
  /** Whether there is a card at all. */
  readonly hasCards: boolean
}

/** Today's plan towards an exam: what there is to do, and the score to expect. */
export function ExamToday({ title, plan, hasCards }: Props) {
  const t = useTranslations('plan')
  return (
    <section className="flex flex-col gap-5 rounded-sm border border-rule border-l-4 border-l-accent bg-sheet p-4 sm:p-5">
      <h2>{title}</h2>
      <Work plan={plan} hasCards={hasCards} />
      <Score plan={plan} />
      {plan.untaken > 0 && hasCards && <p className="text-muted">{t('untaken', plan)}</p>}
    </section>
  )
}

function Work({ plan, hasCards }: Omit<Props, 'title'>) {
  const t = useTranslations('plan')
  const { reviews, ahead, fresh, steps, minutes, unmet, neededPerDay } = plan
  if (!hasCards)
    return (
      <div className="flex flex-col items-start gap-3">
        <p>{t('none')}</p>
        <Link className={buttonClass('primary')} href="/review">
          {t('takeUp')}
        </Link>
      </div>
    )
  const parts = [
    reviews > 0 && t('reviews', { count: reviews }),
    fresh > 0 && t('fresh', { count: fresh }),
    steps > 0 && t('steps', { count: steps }),
  ].filter((part) => part !== false)
  return (
    <div className="flex flex-col items-start gap-3">
      {plan.isHoliday && <p>{t('holiday')}</p>}
      {parts.length === 0 ? (
        !plan.isHoliday && <p>{t('done')}</p>
      ) : (
        <>
          <div>
            <p>
              <span className="text-muted">{t('today')} </span>
              <strong>{parts.join(' · ')}</strong>
            </p>
            {ahead > 0 && <p>{t('ahead', { count: ahead })}</p>}
            {minutes !== null && <p className="text-muted">{t('minutes', { minutes })}</p>}
          </div>
          <Link className={buttonClass('primary')} href="/review">
            {t('start')}
          </Link>
        </>
      )}
      {unmet > 0 && (
        <p>
          {t('unmet', { count: unmet, needed: neededPerDay })}{' '}
          <Link className={textLink} href="/settings">
            {t('changeLimit')}
          </Link>
        </p>
      )}
    </div>
  )
}

function Score({ plan: { days, onTheDay, ifToday } }: Pick<Props, 'plan'>) {
  const t = useTranslations('plan')
  const format = useFormatter()
  const rows = [
    { name: t('onTheDay'), score: onTheDay },
    { name: t(days === 0 ? 'isToday' : 'ifToday'), score: ifToday },
  ]
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-semibold">{t('score')}</h3>
      {ifToday === null ? (
        <p className="text-muted">{t('scoreNone')}</p>
      ) : (
        <>
          <dl className="flex flex-col gap-3">
            {rows.map(
              ({ name, score }) =>
                score !== null && (
                  <div key={name} className="flex flex-col gap-1">
                    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                      <dt>{name}</dt>
                      <dd className="font-semibold tabular-nums">{intervalWords(t, format, score)}</dd>
                    </div>
                    <ScoreBar {...score} />
                  </div>
                ),
            )}
          </dl>
          <p className="text-muted text-sm">{t('scoreHint')}</p>
        </>
      )}
    </div>
  )
}
