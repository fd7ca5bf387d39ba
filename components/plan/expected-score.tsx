import { useFormatter, useTranslations } from 'next-intl'
import { type Interval, intervalWords, percent } from './percent'

/** The score that was expected at the start, beside what it came to. */
export function ExpectedScore({ expected, got }: { readonly expected: Interval; readonly got: number }) {
  const t = useTranslations('plan')
  const format = useFormatter()
  return (
    <p>
      {t('predicted', { interval: intervalWords(t, format, expected) })} {t('got', { share: percent(format, got) })}
    </p>
  )
}
