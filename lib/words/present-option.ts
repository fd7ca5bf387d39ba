import type { Say } from '../i18n/say'
import { findStatePair } from '../items/state-pairs'
import { findWay } from '../items/ways'
import type { Emission } from '../tcp/emissions'
import { findRule } from '../tcp/rules'
import { findStateBySlug } from '../tcp/states'
import { wordKey } from '../tcp/word-key'
import { emissionWords, marked, meaningWords, ruleEventWords } from './machine-words'
import { pairWords, wayWords } from './pair-words'

/** An option of the machine in words. The part before the colon says what sort of thing it names. */
export function presentOption(say: Say, option: string): string {
  const colon = option.indexOf(':')
  const [sort, name] = [option.slice(0, colon), option.slice(colon + 1)]
  switch (sort) {
    case 'state':
      return marked(name)
    case 'meaning': {
      const state = findStateBySlug(name.toLowerCase())
      return state === undefined ? name : meaningWords(say, state)
    }
    case 'event':
      return sentence(eventOfRule(say, name))
    case 'yes':
      return say('item.possible.yes', { event: eventOfRule(say, name) })
    case 'via':
      return say('item.possible.via', { state: marked(name) })
    case 'never':
      return say('item.possible.never')
    case 'emits':
      return sentence(emissionWords(say, name === '' ? [] : (name.split('+') as Emission[])))
    case 'told':
      return name === '' ? say('item.toldNothing') : marked(name)
    case 'statement':
      return say(`statements.${name}.text`)
    case 'text':
      return name
    case 'segment':
      return marked(name)
    case 'story':
      return say(`item.pile.story.${name}`)
    case 'mover':
      return sentence(say(`item.pile.mover.${wordKey(name)}`))
    case 'actor':
      return sentence(say(`item.pile.actor.${wordKey(name)}`))
    case 'passed':
      return say('item.trace.passed', { number: Number(name) })
    case 'pair': {
      const pair = findStatePair(name)
      return pair === null ? name : sentence(pairWords(say, pair))
    }
    case 'way': {
      const way = findWay(name)
      return way === null ? name : sentence(wayWords(say, way))
    }
    case 'arrow':
      return say('item.arrow', { from: marked(name.split('>')[0] ?? ''), to: marked(name.split('>')[1] ?? '') })
    default:
      return presentElement(option)
  }
}

/** An element to put in order: a state, or `A <SEQ=…>`. */
function presentElement(option: string): string {
  const state = findStateBySlug(option.toLowerCase())
  if (state !== undefined) return marked(state)
  return `${option.slice(0, 1)}: ${marked(option.slice(2))}`
}

function eventOfRule(say: Say, id: string): string {
  const rule = findRule(id)
  return rule === undefined ? id : ruleEventWords(say, rule)
}

/** A clause with a capital at its beginning, where the language has capitals and it does not begin with a code. */
export function sentence(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1)
}
