import { judgeProse } from '../claims/judge-prose'
import { explanation, runOfRule } from '../explanation'
import { type Kind, optionOf, scoreChoice } from './kind'

/** A text of the author's as an option. */
export function textOption(text: string): string {
  return optionOf('text', text)
}

const offered: Kind<'prose'>['offered'] = (body) => body.options

const isRight: Kind<'prose'>['isRight'] = (body, option) => option === body.key

/**
 * A question in a teacher's own words. Its key is theirs; what the machine can say, it says of their claim, and where that
 * is confirmed the rule that confirms it is the explanation, with its run.
 */
export const prose: Kind<'prose'> = {
  kind: 'prose',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () => [],
  explain: (body) => {
    const judged = judgeProse(body)
    const rule = judged.kind === 'confirmed' ? judged.rules[0] : undefined
    if (rule === undefined) return explanation({ key: [body.key], cite: '' })
    return explanation({ key: [body.key], cite: rule.cite, rule: rule.id, run: runOfRule(rule) })
  },
}
