import { canon, type Machine } from '../../misconceptions/machine'
import { readStateName, type StateName } from '../../tcp/names'
import { type State, states } from '../../tcp/states'
import { exemplify } from '../exemplify'
import { type Explanation, explanation, runBy } from '../explanation'
import type { BodyOf, Item } from '../item'
import { levelOf, rulesWorthAsking, topicOf } from '../worth-asking'
import { explainState } from './explain-state'
import type { Kind } from './kind'
import { explainMeaning, meaningItem, nameOf } from './meanings'

/** Spellings that tools print and that are not the RFC's, one or two for each state that has any. */
const aliases = [
  'UNCONN',
  'SYN_SEND',
  'SYN_RECV',
  'SYN_RCVD',
  'ESTAB',
  'FIN_WAIT1',
  'FINWAIT-2',
  'TIMED_WAIT',
  'LISTENING',
  'LASTACK',
] as const

function stateOf({ clue }: BodyOf<'type-state'>, by: Machine = canon): State | null {
  switch (clue.kind) {
    case 'meaning':
      return nameOf(clue.state, by)
    case 'alias': {
      const read = readStateName(clue.alias)
      return read.kind === 'state' ? read.state : null
    }
    case 'situation':
      return runBy(by, clue.situation).end.state
  }
}

/** The state named; where the clue is a tool's spelling, only the RFC's own name says what the RFC calls it. */
function namedIn(body: BodyOf<'type-state'>, text: string): State | null {
  const read = readStateName(text)
  if (read.kind !== 'state') return null
  return body.clue.kind === 'alias' && read.alias !== null ? null : read.state
}

function explain(body: BodyOf<'type-state'>, text: string): Explanation {
  const read = readStateName(text)
  const given = read.kind === 'state' ? read.state : null
  const state = stateOf(body)
  if (state === null) return explanation({ key: [], cite: '3.3.2' })
  const told = body.clue.kind === 'situation' ? explainState(body.clue.situation, given) : explainMeaning(state, given)
  if (read.kind !== 'state') return { ...told, parting: { kind: 'not a state', why: whyNot(read) } }
  if (given !== state || namedIn(body, text) !== null) return told
  return { ...told, parting: { kind: 'spelling', typed: text.trim(), state } }
}

function whyNot(read: Exclude<StateName, { kind: 'state' }>) {
  return read.kind === 'not a state' ? read.why : null
}

type TypeState = Item & { readonly body: BodyOf<'type-state'> }

function fromMeanings(): readonly TypeState[] {
  return states.map((state) => ({
    ...meaningItem('type-state', state),
    body: { kind: 'type-state', clue: { kind: 'meaning', state } },
  }))
}

function fromAliases(): readonly TypeState[] {
  return aliases.flatMap((alias) => {
    const body: BodyOf<'type-state'> = { kind: 'type-state', clue: { kind: 'alias', alias } }
    const state = stateOf(body)
    return state === null ? [] : [{ ...meaningItem(`type-state/${alias}`, state), body }]
  })
}

function fromSituations(): readonly TypeState[] {
  return rulesWorthAsking
    .filter((rule) => rule.figure5)
    .map((rule) => ({
      id: `type-state/${rule.id}`,
      fact: `rule/${rule.id}`,
      topic: topicOf(rule),
      level: levelOf(rule),
      body: { kind: 'type-state', clue: { kind: 'situation', situation: exemplify(rule) } },
    }))
}

/** Type the name of the state, in whatever spelling. */
export const typeState: Kind<'type-state'> = {
  kind: 'type-state',
  control: 'text',
  offered: () => [],
  isRight: (body, option, by) => {
    const state = namedIn(body, option)
    return state !== null && state === stateOf(body, by)
  },
  score: (body, answer) => answer.form === 'text' && typeState.isRight(body, answer.text),
  make: () => [...fromMeanings(), ...fromAliases(), ...fromSituations()],
  explain: (body, answer) => explain(body, answer.form === 'text' ? answer.text : ''),
}
