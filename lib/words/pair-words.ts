import type { Say } from '../i18n/say'
import { type StatePair, verdictOn } from '../items/state-pairs'
import type { Way } from '../items/ways'
import { slugOf } from '../tcp/states'
import { marked } from './machine-words'

/** Two states, one of each peer, as they are named in a sentence: `X` and `Y`, or twice `X`. */
export function pairWords(say: Say, [one, other]: StatePair): string {
  if (one === other) return say('item.together.both', { state: marked(one) })
  return say('item.together.pair', { one: marked(one), other: marked(other) })
}

/** A way as its steps in words, in order. */
function stepsOfWay(say: Say, way: Way): readonly string[] {
  return way.map((doing) => say(`item.way.steps.${doing.toLowerCase().replace(/[ ,]/g, '-')}`))
}

/** A way in one line: its steps, one after the other. */
export function wayWords(say: Say, way: Way): string {
  return stepsOfWay(say, way).join(say('item.way.then'))
}

/** Where the grid of pairs shows it. */
export function hrefOfPair([one, other]: StatePair): string {
  return `/learn/pairs?model=perfect&a=${slugOf(one)}&b=${slugOf(other)}`
}

/** Why a pair occurs or never does: how long the shortest run to it is, or what excludes it. */
export function whyOfPair(say: Say, pair: StatePair): string {
  const verdict = verdictOn(pair)
  const named = { pair: pairWords(say, pair) }
  if (verdict.kind === 'reached') return say('item.together.occurs', { ...named, count: verdict.steps.length })
  const reasons = verdict.by.map((name) => say(`pairs.invariants.${name.replaceAll(' ', '-')}`))
  return say('item.together.neverOccurs', { ...named, reasons: reasons.join(' ') })
}
