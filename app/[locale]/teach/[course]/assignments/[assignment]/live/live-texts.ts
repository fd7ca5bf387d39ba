import type { getTranslations } from 'next-intl/server'
import type { LiveTexts } from '@/components/assign/live-view'

const plain = [
  'name',
  'state',
  'answered',
  'ends',
  'seen',
  'all',
  'minutes',
  'extend',
  'stop',
  'resume',
  'handIn',
  'reopen',
  'sureAll',
  'yes',
  'no',
  'failed',
  'wrongMinutes',
  'choose',
  'back',
  'bring',
  'bringHint',
  'notSealed',
  'notOfThis',
] as const

/** The words of the live view; what the browser fills in stands in braces. */
export function liveTexts(t: Awaited<ReturnType<typeof getTranslations<'assign.live'>>>): LiveTexts {
  const words = Object.fromEntries(plain.map((key) => [key, t(key)])) as Record<(typeof plain)[number], string>
  return {
    ...words,
    lead: t('lead', { started: '{started}', all: '{all}', finished: '{finished}' }),
    brought: t('brought', { name: '{name}', count: '{count}' }),
    broughtNone: t('broughtNone', { name: '{name}' }),
    updated: t('updated', { time: '{time}' }),
    stale: t('stale', { time: '{time}' }),
    ago: t('ago', { time: '{time}' }),
    one: t('one', { name: '{name}' }),
    sure: t('sure', { name: '{name}' }),
    choosePerson: t('choosePerson', { name: '{name}' }),
    done: [t('doneNone'), t('doneOne'), t('doneMany', { count: '{count}' })],
    states: {
      'not started': t('states.not started'),
      running: t('states.running'),
      stopped: t('states.stopped'),
      'handed in': t('states.handed in'),
      'time up': t('states.time up'),
    },
  }
}
