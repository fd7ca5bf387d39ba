import { canon } from '../../misconceptions/machine'
import { exemplify, type Situation } from '../exemplify'
import { ruleOf, runBy, runOf } from '../explanation'
import type { BodyOf } from '../item'
import { levelOf, rulesWorthAsking, topicOf } from '../worth-asking'
import { explainState } from './explain-state'
import { chosen, type Kind, scoreChoice } from './kind'
import { stateIn, stateOption, stateOptions } from './state-options'

const offered: Kind<'next-state'>['offered'] = (body) => body.options

const isRight: Kind<'next-state'>['isRight'] = (body, option, by = canon) =>
  option === stateOption(runBy(by, body.situation).end.state)

/** The question which state follows this situation. */
export function askNextState(situation: Situation): BodyOf<'next-state'> {
  const run = runOf(situation)
  return { kind: 'next-state', situation, options: [...stateOptions(ruleOf(run), run.end.state)] }
}

/** Here is an endpoint and what happens to it: which state is it in then? */
export const nextState: Kind<'next-state'> = {
  kind: 'next-state',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () =>
    rulesWorthAsking.map((rule) => ({
      id: `next-state/${rule.id}`,
      fact: `rule/${rule.id}`,
      topic: topicOf(rule),
      level: levelOf(rule),
      body: askNextState(exemplify(rule)),
    })),
  explain: (body, answer) => explainState(body.situation, stateIn(chosen(answer))),
}
