import { getLocale, getTranslations } from 'next-intl/server'
import { loadSay } from '@/lib/i18n/say'
import { playLink } from '@/lib/scenario/play-link'
import { actingSide } from '@/lib/tcp/peers/move'
import { noteOfRun } from '@/lib/words/note-of-run'

/** The two sides that a moment of the simulator makes, what is said to them, and the way back; or why it makes none. */
export async function readMoment(link: string) {
  const t = await getTranslations('cards.moment')
  const played = playLink(link)
  if (played === undefined) return { kind: 'refused', says: t('broken') } as const
  const step = played.stepOf.at(-1) == null ? undefined : played.steps.at(-1)
  const side = step === undefined ? null : actingSide(step.move)
  const sides = step?.run == null ? null : noteOfRun(await loadSay(await getLocale()), step.run)
  if (side === null || sides === null) return { kind: 'refused', says: t('refused') } as const
  const back = { href: `/learn/simulator?s=${link}`, text: t('toMoment') }
  return { kind: 'read', sides, says: t('lead', { side }), back } as const
}
