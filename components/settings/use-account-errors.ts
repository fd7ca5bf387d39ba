import { useTranslations } from 'next-intl'

const errors = [
  'invalid',
  'notMade',
  'wrong',
  'wrongPassword',
  'tooMany',
  'busy',
  'notFresh',
  'lastWay',
  'nothingWaits',
  'cancelled',
  'failed',
] as const

/** The sentences for what can go wrong with an account, by the names of the errors. */
export function useAccountErrors(): Readonly<Record<(typeof errors)[number], string>> {
  const t = useTranslations('account.errors')
  return Object.fromEntries(errors.map((error) => [error, t(error)])) as Record<(typeof errors)[number], string>
}
