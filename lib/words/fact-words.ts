import type { Say } from '../i18n/say'
import { brokenNamed } from '../items/kinds/impossible-segment'
import { pileNamed } from '../items/kinds/socket-pile'
import { findSight } from '../items/kinds/states-of-trace'
import { selectPath } from '../items/paths'
import { findStatePair } from '../items/state-pairs'
import { findStatement, isTrue } from '../items/statement-truth'
import { findRule } from '../tcp/rules'
import { formatSegment } from '../tcp/segment'
import { findStateBySlug } from '../tcp/states'
import { marked, meaningWords, ruleWords } from './machine-words'
import { pairWords } from './pair-words'
import { pileWords } from './present-sockets'
import { brokenWords, sightValues } from './present-trace'

const known = new WeakMap<Say, Map<string, string>>()

/**
 * What a fact says, in one sentence or two. It tells what a card asks, so it is for what looks back at cards alone. A fact
 * that the machine does not know any more is named by its id.
 */
export function factWords(say: Say, factId: string): string {
  const said = known.get(say) ?? new Map<string, string>()
  known.set(say, said)
  const before = said.get(factId)
  if (before !== undefined) return before
  const words = sayFact(say, factId) ?? marked(factId)
  said.set(factId, words)
  return words
}

function sayFact(say: Say, factId: string): string | null {
  const [kind = '', name = '', last = ''] = factId.split('/')
  switch (kind) {
    case 'rule':
    case 'numbers': {
      const rule = findRule(name)
      if (rule === undefined) return null
      const text = ruleWords(say, rule)
      return kind === 'rule' ? text : say('progress.facts.numbers', { rule: text })
    }
    case 'pair':
      return say('progress.facts.pair', { from: marked(name), to: marked(last) })
    case 'way':
      return say('item.stems.shortest-way', { from: marked(name), to: marked(last) })
    case 'together': {
      const pair = findStatePair(`${name}+${last}`)
      return pair === null ? null : say('item.together.ask', { pair: pairWords(say, pair) })
    }
    case 'meaning': {
      const state = findStateBySlug(name.toLowerCase())
      if (state === undefined) return null
      return say('item.meaningOf', { state: marked(state), meaning: meaningWords(say, state) })
    }
    case 'path':
      return last === '' ? say('progress.facts.path', { path: say(`item.paths.${name}`) }) : stepWords(say, name, last)
    case 'statement': {
      const statement = findStatement(name)
      if (statement === undefined) return null
      const text = say(`statements.${name}.text`)
      return say(`progress.facts.${isTrue(statement) ? 'true' : 'false'}`, { text })
    }
    case 'broken': {
      const rule = brokenNamed(name)
      return rule === undefined ? null : say('progress.facts.broken', { why: brokenWords(say, rule) })
    }
    case 'pile': {
      const pile = pileNamed(name)
      return pile === undefined ? null : pileWords(say, pile)
    }
    case 'seen': {
      const sight = findSight(factId)
      return sight === undefined ? null : say('progress.facts.seen', sightValues(say, sight))
    }
    default:
      return null
  }
}

/** One line of a path: what is sent, and where both peers are then. */
function stepWords(say: Say, name: string, index: string): string | null {
  const line = selectPath(name).lines[Number(index)]
  if (line === undefined) return null
  const [sent] = line.sent
  const step = { path: say(`item.paths.${name}`), step: Number(index) + 1, A: marked(line.A), B: marked(line.B) }
  if (sent === undefined) return say('progress.facts.step', step)
  return say('progress.facts.stepSending', {
    ...step,
    peer: sent.from,
    segment: marked(formatSegment(sent.segment)),
  })
}
