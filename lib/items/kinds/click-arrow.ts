import { canon } from '../../misconceptions/machine'
import { type Rule, rulesOf } from '../../tcp/rules'
import { exemplify, type Numbers } from '../exemplify'
import { runBy } from '../explanation'
import { levelOf, topicOf } from '../worth-asking'
import { explainState } from './explain-state'
import { chosen, type Kind, nameIn, optionOf, scoreChoice } from './kind'
import { stateIn } from './state-options'

const numbers: Numbers = { ours: 5000, theirs: 9000, text: 20 }

const drawn: readonly Rule[] = rulesOf('rfc9293').filter((rule) => rule.figure5)

/** An arrow of the state diagram: where it begins and where it ends. */
function arrowOption(from: string, to: string): string {
  return optionOf('arrow', `${from}>${to}`)
}

const offered: Kind<'click-arrow'>['offered'] = () => [...new Set(drawn.map(({ from, to }) => arrowOption(from, to)))]

const isRight: Kind<'click-arrow'>['isRight'] = (body, option, by = canon) => {
  const { end } = runBy(by, body.situation)
  return option === arrowOption(body.situation.tcb.state, end.state)
}

/** Which arrow of Figure 5 does the endpoint follow? */
export const clickArrow: Kind<'click-arrow'> = {
  kind: 'click-arrow',
  control: 'place',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () =>
    drawn.filter(isOneOfItsArrow).map((rule) => ({
      id: `click-arrow/${rule.id}`,
      fact: `rule/${rule.id}`,
      topic: topicOf(rule),
      level: levelOf(rule),
      body: { kind: 'click-arrow', situation: exemplify(rule, numbers) },
    })),
  explain: (body, answer) => {
    const ends = nameIn(chosen(answer), 'arrow')?.split('>') ?? []
    const { key, ...told } = explainState(
      body.situation,
      ends[0] === body.situation.tcb.state ? stateIn(`state:${ends[1]}`) : null,
    )
    return { ...told, key: key.map((option) => arrowOption(body.situation.tcb.state, option.slice('state:'.length))) }
  },
}

/** RST with and without ACK, SYN with and without ACK: one of a kind is asked. */
function isOneOfItsArrow(rule: Rule): boolean {
  const twin = drawn.find(
    (other) => other.from === rule.from && other.to === rule.to && other.on.split(',')[0] === rule.on.split(',')[0],
  )
  return twin === rule
}
