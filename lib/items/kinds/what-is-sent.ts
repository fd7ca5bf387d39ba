import { canon } from '../../misconceptions/machine'
import { type Emission, emissions } from '../../tcp/emissions'
import type { Rule } from '../../tcp/rules'
import { believedOf } from '../beliefs'
import { withDistractors } from '../distractors'
import { exemplify, type Situation } from '../exemplify'
import { changeTo, explanation, partingFrom, ruleOf, runOf, sentBy } from '../explanation'
import type { BodyOf } from '../item'
import { findNearestRule } from '../nearest-rule'
import { randomFrom, seedOf } from '../random'
import { levelOf, rulesWorthAsking, topicOf } from '../worth-asking'
import { chosen, type Kind, optionOf, scoreChoice } from './kind'

/** What is sent, as an option; `emits:` alone is nothing. */
function emitsOption(sent: readonly Emission[]): string {
  return optionOf('emits', sent.join('+'))
}

const offered: Kind<'what-is-sent'>['offered'] = (body) => body.options

const isRight: Kind<'what-is-sent'>['isRight'] = (body, option, by = canon) =>
  option === emitsOption(sentBy(by, body.situation))

const always: readonly Emission[] = ['ACK', 'SYN,ACK', 'FIN,ACK']

/** Forms that number themselves by a SEG.ACK need one. */
function plausible({ event }: Situation): readonly Emission[] {
  if (event.kind !== 'segment') return ['SYN', 'FIN,ACK', 'ACK', 'RST']
  return [...always, event.segment.ack === null ? 'RST,ACK for SEG.SEQ' : 'RST for SEG.ACK']
}

/** The question what is sent in this situation. */
export function askWhatIsSent(situation: Situation): BodyOf<'what-is-sent'> {
  const rule = ruleOf(runOf(situation))
  return { kind: 'what-is-sent', situation, options: [...optionsFor(rule, situation)] }
}

function optionsFor(rule: Rule, situation: Situation): readonly string[] {
  const believed = believedOf(rule).map(({ believed }) => emitsOption(believed.emits))
  const nothing = emitsOption([])
  const common = plausible(situation).map((form) => emitsOption([form]))
  return withDistractors(
    emitsOption(sentBy(canon, situation)),
    [believed, [nothing, ...common], emissions.map((form) => emitsOption([form]))],
    randomFrom(seedOf(rule.id)),
  )
}

/** Here is an endpoint and what happens to it: what does it send? */
export const whatIsSent: Kind<'what-is-sent'> = {
  kind: 'what-is-sent',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () =>
    rulesWorthAsking.filter(isAboutSending).map((rule) => ({
      id: `what-is-sent/${rule.id}`,
      fact: `rule/${rule.id}`,
      topic: topicOf(rule),
      level: levelOf(rule),
      body: askWhatIsSent(exemplify(rule)),
    })),
  explain: (body, answer) => {
    const run = runOf(body.situation)
    const rule = ruleOf(run)
    const given = chosen(answer)
    const told = { key: [emitsOption(sentBy(canon, body.situation))], cite: rule.cite, rule: rule.id, run }
    if (given === null || told.key.includes(given)) return explanation(told)
    const difference = findNearestRule(rule, (other) => emitsOption(other.emits) === given)
    return explanation({
      ...told,
      parting: partingFrom(run, difference),
      change: changeTo(difference),
    })
  },
}

/** Calls that answer nothing but the user are asked as user-told. */
function isAboutSending(rule: Rule): boolean {
  return rule.emits.length > 0 || rule.on.startsWith('rcv')
}
