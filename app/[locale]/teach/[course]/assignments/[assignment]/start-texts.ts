import type { getTranslations } from 'next-intl/server'
import type { StartTexts } from '@/components/assign/start-try'

const errors = [
  'no such assignment',
  'not open',
  'closed',
  'no tries left',
  'password',
  'password wait',
  'password tomorrow',
  'honour',
  'network',
  'short',
  'missing',
  'unreached',
  'busy',
] as const

/** The words of the form that begins a try. */
export function startTexts(t: Awaited<ReturnType<typeof getTranslations<'assign.take'>>>): StartTexts {
  return {
    password: t('password'),
    honour: t('honour'),
    waiting: t('waiting', { time: '{time}' }),
    opened: t('opened'),
    starting: t('starting'),
    unreached: t('errors.unreached'),
    errors: Object.fromEntries(errors.map((error) => [error, t(`errors.${error}`)])),
  }
}
