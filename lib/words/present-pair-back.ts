import type { Say } from '../i18n/say'
import { drawPair } from '../items/kinds/together'
import { placesOf, type StatePair, verdictOn } from '../items/state-pairs'
import { hrefOfPair, pairWords, whyOfPair } from './pair-words'
import { presentCites } from './present-cites'
import type { PresentedBack } from './presented-sides'

/** The back of a card about a pair of states: whether it occurs, why, and a shortest run to it where it does. */
export function presentPairBack(say: Say, pair: StatePair): PresentedBack {
  const timeline = drawPair(pair)
  const label = say('item.together.label', { pair: pairWords(say, pair) })
  return {
    answer: [say(`item.together.${verdictOn(pair).kind}`)],
    why: [whyOfPair(say, pair), say('item.together.terms')],
    cites: presentCites(say, placesOf(pair)),
    href: hrefOfPair(pair),
    picture:
      timeline === null
        ? { kind: 'states', states: [...new Set(pair)], arrows: [], label }
        : { kind: 'timeline', timeline, label },
  }
}
