import { useTranslations } from 'next-intl'
import type { weekdays } from '@/lib/review/settings'

type Props = {
  readonly weekdays: typeof weekdays
  readonly shares: readonly number[]
  /** The share of each day of the week, Monday first. */
  readonly chosen: readonly number[]
}

/** How much of the usual work each day of the week takes: a row of choices per day. */
export function EasyDays({ weekdays, shares, chosen }: Props) {
  const t = useTranslations('settings')
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t('easyDays')}</legend>
      <p className="mb-2 text-muted text-sm">{t('easyDaysHint')}</p>
      {weekdays.map((weekday, index) => (
        <fieldset key={weekday} className="flex flex-wrap items-center border-rule border-b">
          <legend className="sr-only">{t(`weekdays.${weekday}`)}</legend>
          <span aria-hidden="true" className="min-w-22 grow">
            {t(`weekdays.${weekday}`)}
          </span>
          {shares.map((share) => (
            <label key={share} className="flex min-h-11 min-w-18 items-center gap-1.5 sm:min-w-20">
              <input
                type="radio"
                name={weekday}
                value={share}
                defaultChecked={chosen[index] === share}
                className="size-5"
              />
              {t('share', { share })}
            </label>
          ))}
        </fieldset>
      ))}
    </fieldset>
  )
}
