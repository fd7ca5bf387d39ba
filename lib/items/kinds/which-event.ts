import { canon } from '../../misconceptions/machine'
import { findRule, type Rule } from '../../tcp/rules'
import { withDistractors } from '../distractors'
import { changeTo, explanation, leadsTo, runOfRule } from '../explanation'
import type { BodyOf } from '../item'
import { findNearestRule } from '../nearest-rule'
import { randomFrom, seedOf } from '../random'
import { levelOf, rulesWorthAsking, topicOf } from '../worth-asking'
import { chosen, type Kind, nameIn, optionOf, scoreChoice } from './kind'

const offered: Kind<'which-event'>['offered'] = (body) => body.options

function ruleIn(option: string | null): Rule | undefined {
  const id = nameIn(option, 'event')
  return id === null ? undefined : findRule(id)
}

const isRight: Kind<'which-event'>['isRight'] = (body, option, by = canon) => {
  const rule = ruleIn(option)
  return rule !== undefined && rule.from === body.from && leadsTo(rule, by) === body.to
}

const transitions = rulesWorthAsking.filter((rule) => rule.kind === 'transition')

/** Other events in the same state, told apart from the right one by more than their conditions where possible. */
function optionsFor(rule: Rule): readonly string[] {
  const inState = rulesWorthAsking.filter((other) => other.from === rule.from && other.to !== rule.to)
  const moving = inState.filter((other) => other.kind === 'transition')
  const sameEvent = inState.filter((other) => other.on === rule.on)
  const tiers = [sameEvent, moving, inState].map((tier) => tier.map((other) => optionOf('event', other.id)))
  return withDistractors(optionOf('event', rule.id), tiers, randomFrom(seedOf(rule.id)))
}

/** The question which event takes an endpoint where this rule takes it. */
export function askWhichEvent(rule: Rule): BodyOf<'which-event'> {
  return { kind: 'which-event', from: rule.from, to: rule.to, options: [...optionsFor(rule)] }
}

/** From this state to that one: which event takes it there? */
export const whichEvent: Kind<'which-event'> = {
  kind: 'which-event',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () =>
    transitions.map((rule) => ({
      id: `which-event/${rule.id}`,
      fact: `rule/${rule.id}`,
      topic: topicOf(rule),
      level: levelOf(rule),
      body: askWhichEvent(rule),
    })),
  explain: (body, answer) => {
    const key = body.options.filter((option) => isRight(body, option))
    const right = ruleIn(key[0] ?? null)
    const given = ruleIn(chosen(answer))
    const told = {
      key,
      cite: right?.cite ?? '',
      rule: right?.id ?? null,
      run: right === undefined ? null : runOfRule(right),
    }
    if (given === undefined || key.includes(optionOf('event', given.id))) return explanation(told)
    const difference = findNearestRule(given, (other) => other.from === given.from && other.to === body.to)
    return explanation({
      ...told,
      parting: { kind: 'leads to', state: given.to, rule: given.id },
      change: changeTo(difference),
    })
  },
}
