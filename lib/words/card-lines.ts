import type { Locale } from '../i18n/routing'
import type { Say } from '../i18n/say'
import { findSides } from '../items/sides'
import { presentSides } from './present-sides'

/** A fact's card in a line each, for lists, and all its words in small letters, for searching. */
export type CardLines = { readonly front: string; readonly back: string; readonly all: string }

const known = new Map<string, CardLines | null>()

/** The words of a fact's card in one language, worked out once; null where the machine has no such fact any more. */
export function cardLines(say: Say, locale: Locale, factId: string): CardLines | null {
  const name = `${locale} ${factId}`
  const before = known.get(name)
  if (before !== undefined) return before
  const words = linesOf(say, factId)
  // Only facts of the bank are kept: there are some five hundred.
  if (words !== null) known.set(name, words)
  return words
}

function linesOf(say: Say, factId: string): CardLines | null {
  const sides = findSides(factId)
  if (sides === null) return null
  const { topic, front, back } = presentSides(say, sides)
  const { title, ask, endpoint } = front
  const situation = endpoint === null ? [] : [endpoint.state, endpoint.event, endpoint.segment ?? '']
  const told = [title, ask, topic, ...situation, ...back.answer, ...back.why]
  const shown = endpoint === null ? title : `\`${endpoint.state}\` ${endpoint.event} \`${endpoint.segment ?? ''}\``
  return {
    front: shown.replace(/ ``$/, ''),
    back: back.answer.join(' '),
    all: told.join(' ').replaceAll('`', '').toLowerCase(),
  }
}
