import type { Say } from '../i18n/say'
import { type Emission, emissionForms } from '../tcp/emissions'
import { findRule, type Rule } from '../tcp/rules'
import type { Run } from '../tcp/run'
import { formatSegment } from '../tcp/segment'
import { wordKey } from '../tcp/word-key'
import { conditionWords, marked, placesWords } from './machine-words'
import { presentEndpoint } from './present-endpoint'

/** Two sides in Markdown. */
type Sides = { readonly front: string; readonly back: string }

/**
 * What happened at an endpoint as a card of a learner's own: the situation in front, what follows from it behind, said so that
 * the machine can check it. Null of a run without a move.
 */
export function noteOfRun(say: Say, { moves, emits, responses }: Run): Sides | null {
  const [first] = moves
  if (first === undefined) return null
  const { state, facts, variables, event, segment } = presentEndpoint(
    say,
    { tcb: first.before, event: first.event },
    'meaning',
  )
  const rules = moves.flatMap(({ rule }) => findRule(rule) ?? [])
  const numbers = variables.map(([name, value]) => marked(`${name}=${value}`)).join(', ')
  const front = [say('cards.moment.front', { state: marked(state), event }), '']
  const shown = [...facts, ...(segment === null ? [] : [marked(segment)]), ...(numbers === '' ? [] : [numbers])]
  const sent = emits.map((one) => marked(formatSegment(one))).join(', ')
  const told = responses.map(({ text }) => `“${text}”`).join(', ')
  const why = [
    ...(sent === '' ? [] : [say('cards.moment.sent', { sent })]),
    ...(told === '' ? [] : [say('cards.moment.told', { told })]),
    ...rules.flatMap((rule) => whyOf(say, rule)),
  ]
  return {
    front: [...front, ...shown.map((one) => `- ${one}`)].join('\n').trim(),
    back: [...rules.map((rule) => claimOf(say, rule)), '', ...why.map((one) => `- ${one}`)].join('\n').trim(),
  }
}

/** The rule as a sentence that `readClaims` reads. */
function claimOf(say: Say, { from, on, to, emits }: Rule): string {
  // Of a name within signs of its own, such as the one of a timeout, nothing is read.
  const event = say(`machine.events.${wordKey(on)}.label`).replaceAll('`', '')
  const values = { from: marked(from), event, to: marked(to) }
  const [form, ...more] = emits
  if (form === undefined) return say('cards.moment.sendsNothing', values)
  const bits = more.length === 0 ? bitsOf(form) : null
  return bits === null
    ? say('cards.moment.leads', values)
    : say('cards.moment.sends', { ...values, sent: marked(bits) })
}

/** The control bits of what is sent; null where they don't say it, as of text and of what is sent again. */
function bitsOf(form: Emission): string | null {
  if (form === 'text' || form === 'oldest unacknowledged') return null
  return /CTL=([A-Z,]+)/.exec(emissionForms[form])?.[1] ?? null
}

function whyOf(say: Say, { when, cite }: Rule): readonly string[] {
  const conditions = when.map((condition) => conditionWords(say, condition))
  const place = placesWords(say, cite)
  return [
    conditions.length === 0
      ? say('cards.moment.by', { place })
      : say('cards.moment.because', { conditions: conditions.join(say('item.and')), place }),
  ]
}
