import { canon, type Machine } from '../../misconceptions/machine'
import { type State, states } from '../../tcp/states'
import { type Explanation, explanation } from '../explanation'
import type { BodyOf, Item, Level } from '../item'
import type { Topic } from '../topics'
import { chosen, type Kind, optionOf, scoreChoice } from './kind'
import { similarStates, stateIn, stateOption } from './state-options'

/** The topic under which the meaning of a state is practised. */
const topicOfState = {
  CLOSED: 'open',
  LISTEN: 'open',
  'SYN-SENT': 'open',
  'SYN-RECEIVED': 'open',
  ESTABLISHED: 'established',
  'FIN-WAIT-1': 'active close',
  'FIN-WAIT-2': 'active close',
  'CLOSE-WAIT': 'passive close',
  CLOSING: 'simultaneous',
  'LAST-ACK': 'passive close',
  'TIME-WAIT': 'TIME-WAIT and 2MSL',
} as const satisfies Record<State, Topic>

/** The state that has this meaning: of a mutant, the one that its holder takes for it. */
export function nameOf(meaning: State, { mutant: { label } }: Machine): State {
  return label?.meaning === meaning ? label.name : meaning
}

/** The frame of an item about what a state means. */
export function meaningItem(kind: string, state: State): Omit<Item, 'body'> {
  return { id: `${kind}/${state}`, fact: `meaning/${state}`, topic: topicOfState[state], level: 1 satisfies Level }
}

/** The meaning of a state is its definition in 3.3.2; whoever chose another state is told whose meaning that is. */
export function explainMeaning(state: State, given: State | null): Explanation {
  const told = { key: [stateOption(state)], cite: '3.3.2' }
  if (given === null || given === state) return explanation(told)
  return explanation({ ...told, parting: { kind: 'names', state: given }, change: { kind: 'state', state: given } })
}

function meaningOption(state: State): string {
  return optionOf('meaning', state)
}

const offeredStates: Kind<'state-from-meaning'>['offered'] = (body) => body.options

const isState: Kind<'state-from-meaning'>['isRight'] = (body, option, by = canon) =>
  option === stateOption(nameOf(body.state, by))

/** The question which state a meaning belongs to. */
export function askStateFromMeaning(state: State): BodyOf<'state-from-meaning'> {
  return { kind: 'state-from-meaning', state, options: [...similarStates(state, `from ${state}`)] }
}

/** The question what a state means. */
export function askMeaningFromState(state: State): BodyOf<'meaning-from-state'> {
  const options = similarStates(state, `of ${state}`).map((option) => option.replace('state:', 'meaning:'))
  return { kind: 'meaning-from-state', state, options }
}

/** Which state is this the meaning of? */
export const stateFromMeaning: Kind<'state-from-meaning'> = {
  kind: 'state-from-meaning',
  control: 'choice',
  offered: offeredStates,
  isRight: isState,
  score: scoreChoice({ offered: offeredStates, isRight: isState }),
  make: () =>
    states.map((state) => ({
      ...meaningItem('state-from-meaning', state),
      body: askStateFromMeaning(state),
    })),
  explain: (body, answer) => explainMeaning(body.state, stateIn(chosen(answer))),
}

const offeredMeanings: Kind<'meaning-from-state'>['offered'] = (body) => body.options

const isMeaning: Kind<'meaning-from-state'>['isRight'] = (body, option, by = canon) =>
  option === meaningOption(by.mutant.label?.name === body.state ? by.mutant.label.meaning : body.state)

/** What does this state mean? */
export const meaningFromState: Kind<'meaning-from-state'> = {
  kind: 'meaning-from-state',
  control: 'choice',
  offered: offeredMeanings,
  isRight: isMeaning,
  score: scoreChoice({ offered: offeredMeanings, isRight: isMeaning }),
  make: () =>
    states.map((state) => ({
      ...meaningItem('meaning-from-state', state),
      body: askMeaningFromState(state),
    })),
  explain: (body, answer) => {
    const given = stateIn(chosen(answer)?.replace('meaning:', 'state:') ?? null)
    return { ...explainMeaning(body.state, given), key: [meaningOption(body.state)] }
  },
}
