import type { useFormatter, useTranslations } from 'next-intl'

type Format = ReturnType<typeof useFormatter>

/** A score as a share of the points, 0 to 1, with the interval that it should fall into. */
export type Interval = { readonly mean: number; readonly low: number; readonly high: number }

/** A share in whole percent. */
export function percent(format: Pick<Format, 'number'>, share: number): string {
  return format.number(share, { style: 'percent', maximumFractionDigits: 0 })
}

/** An expected score in words: the mean, and the interval in brackets. */
export function intervalWords(
  t: ReturnType<typeof useTranslations<'plan'>>,
  format: Pick<Format, 'number'>,
  { mean, low, high }: Interval,
): string {
  return t('interval', { mean: percent(format, mean), low: percent(format, low), high: percent(format, high) })
}
