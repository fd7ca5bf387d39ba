import { canon } from '../../misconceptions/machine'
import { states } from '../../tcp/states'
import { exemplify, type Numbers } from '../exemplify'
import { runBy } from '../explanation'
import { levelOf, rulesWorthAsking, topicOf } from '../worth-asking'
import { explainState } from './explain-state'
import { chosen, type Kind, scoreChoice } from './kind'
import { stateIn, stateOption } from './state-options'

const numbers: Numbers = { ours: 7000, theirs: 2000, text: 40 }

const offered: Kind<'click-state'>['offered'] = () => states.map(stateOption)

const isRight: Kind<'click-state'>['isRight'] = (body, option, by = canon) =>
  option === stateOption(runBy(by, body.situation).end.state)

/** The same question as next-state, answered on the state diagram. */
export const clickState: Kind<'click-state'> = {
  kind: 'click-state',
  control: 'place',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () =>
    rulesWorthAsking
      .filter((rule) => rule.kind === 'transition')
      .map((rule) => ({
        id: `click-state/${rule.id}`,
        fact: `rule/${rule.id}`,
        topic: topicOf(rule),
        level: levelOf(rule),
        body: { kind: 'click-state', situation: exemplify(rule, numbers) },
      })),
  explain: (body, answer) => explainState(body.situation, stateIn(chosen(answer))),
}
