import type { Say } from '@/lib/i18n/say'
import { playLink } from '@/lib/scenario/play-link'
import { observe } from '@/lib/tcp/observe'
import { actingSide } from '@/lib/tcp/peers/move'
import { wordKey } from '@/lib/tcp/word-key'
import { draftOfMoment } from '@/lib/teach/draft-of-moment'
import type { SituationDraft } from '@/lib/teach/machine-draft'
import { eventWords, marked } from '@/lib/words/machine-words'
import { notComposedWords } from '@/lib/words/present-authored'

export type Asked =
  | { readonly kind: 'drafted'; readonly draft: SituationDraft; readonly side: string; readonly happened: string }
  | { readonly kind: 'broken' | 'refused'; readonly why: string }

/** The moment of a link as a draft of a question, with what happened in words; or why there is none. */
export function readAsked(say: Say, link: string): Asked {
  const played = playLink(link)
  if (played === undefined) return { kind: 'broken', why: say('author.moment.broken') }
  const refused = (error: string): Asked => ({ kind: 'refused', why: say(`author.moment.refused.${wordKey(error)}`) })
  // A segment that is held back or let go is no step, and nobody has noticed.
  if (played.stepOf.at(-1) === null) return refused('network alone')
  const told = draftOfMoment(played)
  if (told.kind === 'refused') return refused(told.error)
  if (told.kind === 'not composed') return { kind: 'refused', why: notComposedWords(say, told.why) }
  const step = played.steps.at(-1)
  const [first] = step?.run?.moves ?? []
  const side = step === undefined ? null : actingSide(step.move)
  if (first === undefined || side === null) return refused('network alone')
  const event = eventWords(say, observe('rfc9293', first.before, first.event).on)
  const happened = `${side}: ${say('author.moment.happened', { state: marked(first.before.state), event })}`
  return { kind: 'drafted', draft: told.draft, side, happened }
}
