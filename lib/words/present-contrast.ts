import type { Say } from '../i18n/say'
import type { Contrast } from '../items/contrast'
import { exampleOf } from '../items/kinds/impossible-segment'
import { selectPath } from '../items/paths'
import { isTrue } from '../items/statement-truth'
import type { Statement } from '../items/statements'
import { type Broken, broken } from '../observer/mark'
import type { Rule } from '../tcp/rules'
import { type State, slugOf } from '../tcp/states'
import { differenceWords } from './difference-words'
import { marked, meaningWords, placesWords, ruleWords } from './machine-words'
import { sentence } from './present-option'
import { presentSequence } from './present-sequence'
import { brokenWords, impossibleOf, presentAskedTrace } from './present-trace'
import type { SequenceRow } from './presented-item'

/** One side of a contrast, in words: what it is, why, where the RFC says so, and where to read on. */
export type ContrastSide = {
  readonly title: string
  readonly text: string
  /** Why it is so, where that is not the text itself. */
  readonly why: string | null
  readonly cite: string
  readonly href: string | null
  readonly sequence: readonly SequenceRow[] | null
}

export type PresentedContrast = {
  readonly sides: readonly [ContrastSide, ContrastSide]
  /** What tells them apart, where one clause says it. */
  readonly difference: string | null
}

/** Two things that are easily confused, side by side and in words. */
export function presentContrast(say: Say, contrast: Contrast): PresentedContrast {
  switch (contrast.kind) {
    case 'rules': {
      const { rule, other, difference } = contrast
      return { sides: [ruleSide(say, rule), ruleSide(say, other)], difference: differenceWords(say, difference) }
    }
    case 'meanings':
      return { sides: [stateSide(say, contrast.state), stateSide(say, contrast.other)], difference: null }
    case 'paths':
      return { sides: [pathSide(say, contrast.path), pathSide(say, contrast.other)], difference: null }
    case 'statements':
      return { sides: [statementSide(say, contrast.statement), statementSide(say, contrast.other)], difference: null }
    case 'broken':
      return { sides: [brokenSide(say, contrast.rule), brokenSide(say, contrast.other)], difference: null }
  }
}

function brokenSide(say: Say, rule: Broken): ContrastSide {
  const body = exampleOf(rule)
  return {
    title: body === undefined ? '' : say('item.trace.passed', { number: impossibleOf(body).number }),
    text: sentence(brokenWords(say, rule)),
    why: null,
    cite: placesWords(say, broken[rule]),
    href: null,
    sequence: body === undefined ? null : presentAskedTrace(body),
  }
}

function ruleSide(say: Say, rule: Rule): ContrastSide {
  return {
    title: say('item.arrow', { from: marked(rule.from), to: marked(rule.to) }),
    text: ruleWords(say, rule),
    why: null,
    cite: placesWords(say, rule.cite),
    href: `/learn/${slugOf(rule.from)}#${rule.id}`,
    sequence: null,
  }
}

function stateSide(say: Say, state: State): ContrastSide {
  const cite = placesWords(say, '3.3.2')
  return {
    title: marked(state),
    text: meaningWords(say, state),
    why: null,
    cite,
    href: `/learn/${slugOf(state)}`,
    sequence: null,
  }
}

function pathSide(say: Say, name: string): ContrastSide {
  return {
    title: say(`item.paths.${name}`),
    text: '',
    why: null,
    cite: placesWords(say, selectPath(name).cite),
    href: null,
    sequence: presentSequence(say, name, null),
  }
}

function statementSide(say: Say, statement: Statement): ContrastSide {
  const { id, check } = statement
  return {
    title: say(isTrue(statement) ? 'practice.true' : 'practice.false'),
    text: say(`statements.${id}.text`),
    why: say(`statements.${id}.why`),
    cite: placesWords(say, check.cite),
    href: null,
    sequence: null,
  }
}
