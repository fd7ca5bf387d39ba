import { useFormatter, useTranslations } from 'next-intl'
import type { AssignmentSettings, Window } from '@/lib/teach/assignment'
import type { Granted } from '@/lib/teach/granted'

type Props = {
  readonly settings: AssignmentSettings
  readonly questions: number
  readonly window: Window
  /** What is granted to the reader; null where that is for nobody. */
  readonly granted: Granted | null
  readonly timeZone: string
}

/** What somebody has to know before the start: how much, how long, until when, and what it counts. */
export function AssignmentFacts({ settings, questions, window, granted, timeZone }: Props) {
  const t = useTranslations('assign.facts')
  const format = useFormatter()
  const date = (at: number) => format.dateTime(new Date(at), { dateStyle: 'full', timeStyle: 'short', timeZone })
  const { minutes, tries, lessPerDayLate, lessPerTry, counts, credit, isOneWay } = settings
  const isGranted = granted !== null && minutes !== null && (granted.factor > 1 || granted.extraMinutes > 0)
  const isLateTaken = window.dueAt !== null && window.dueAt !== window.closesAt
  const said = [
    isGranted &&
      t('granted', {
        minutes: Math.round(minutes * granted.factor) + granted.extraMinutes,
        factor: format.number(granted.factor),
        extra: granted.extraMinutes,
      }),
    granted !== null && granted.breakMinutes > 0 && t('breaks', { minutes: granted.breakMinutes }),
    tries > 1 && t(`counts.${counts}`),
    tries > 1 && lessPerTry > 0 && t('again', { percent: lessPerTry }),
    isLateTaken &&
      lessPerDayLate > 0 &&
      t(lessPerDayLate === 100 ? 'lateNothing' : 'late', { percent: lessPerDayLate }),
    isOneWay && t('oneWay'),
    t(credit),
  ].filter((sentence) => sentence !== false)
  return (
    <section className="flex flex-col gap-3">
      <p>
        {[
          t('questions', { count: questions }),
          minutes === null ? t('noLimit') : t('minutes', { minutes }),
          t('tries', { tries }),
        ].join(' · ')}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {(
          [
            ['opens', window.opensAt],
            ['due', window.dueAt],
            ['closes', window.closesAt],
          ] as const
        ).map(
          ([name, at]) =>
            at !== null && (
              <div key={name} className="contents">
                <dt className="text-muted">{t(name)}</dt>
                <dd>{date(at)}</dd>
              </div>
            ),
        )}
      </dl>
      <ul className="list-disc pl-5">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
