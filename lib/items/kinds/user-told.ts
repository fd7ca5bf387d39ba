import { canon } from '../../misconceptions/machine'
import { type Rule, rulesOf } from '../../tcp/rules'
import type { Run } from '../../tcp/run'
import { withDistractors } from '../distractors'
import { exemplify, type Situation } from '../exemplify'
import { changeTo, explanation, partingFrom, ruleOf, runBy, runOf } from '../explanation'
import type { BodyOf } from '../item'
import { findNearestRule } from '../nearest-rule'
import { randomFrom, seedOf } from '../random'
import { levelOf, rulesWorthAsking, topicOf } from '../worth-asking'
import { chosen, type Kind, nameIn, optionOf, scoreChoice } from './kind'

/** What the user is told, as an option; `told:` alone is nothing. */
function toldOption(text: string): string {
  return optionOf('told', text)
}

/** What the caller or the user hears by a run: the RFC's string, or the empty one. */
function heardBy(run: Run): string {
  return run.responses.find(({ to }) => to === 'caller' || to === 'user')?.text ?? ''
}

function heardUnder(rule: Rule): string {
  return rule.responses.find(({ to }) => to === 'caller' || to === 'user')?.text ?? ''
}

const offered: Kind<'user-told'>['offered'] = (body) => body.options

/** Whatever anybody is told is right, or where nobody is told anything, nothing. */
const isRight: Kind<'user-told'>['isRight'] = (body, option, by = canon) => {
  const run = runBy(by, body.situation)
  return option === toldOption(heardBy(run)) || run.responses.some(({ text }) => option === toldOption(text))
}

/** Strings that differ by "error: " alone, or by what is connected, are no fair choice beside each other. */
function stem(text: string): string {
  return text.replace('error: ', '').replace('connection ', '')
}

const strings = [
  ...new Set(
    rulesOf('rfc9293')
      .map(heardUnder)
      .filter((text) => !text.startsWith('state = ')),
  ),
]

/** The question what the user hears in this situation. */
export function askUserTold(situation: Situation): BodyOf<'user-told'> {
  return { kind: 'user-told', situation, options: [...optionsFor(runOf(situation))] }
}

function optionsFor(run: Run): readonly string[] {
  const right = heardBy(run)
  const alsoTold = new Set<string>(run.responses.map(({ text }) => text))
  const fair = strings.filter((text) => text === right || (stem(text) !== stem(right) && !alsoTold.has(text)))
  const distinct = fair.filter(
    (text, index) => text === right || fair.findIndex((other) => stem(other) === stem(text)) === index,
  )
  const errors = distinct.filter((text) => text.startsWith('error: ') === right.startsWith('error: '))
  return withDistractors(
    toldOption(right),
    [errors.map(toldOption), distinct.map(toldOption)],
    randomFrom(seedOf(ruleOf(run).id)),
  )
}

/** Here is an endpoint and what happens to it: what is its user told, in the RFC's words? */
export const userTold: Kind<'user-told'> = {
  kind: 'user-told',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () =>
    rulesWorthAsking.filter(isAboutTelling).map((rule) => ({
      id: `user-told/${rule.id}`,
      fact: `rule/${rule.id}`,
      topic: topicOf(rule),
      level: levelOf(rule),
      body: askUserTold(exemplify(rule)),
    })),
  explain: (body, answer) => {
    const run = runOf(body.situation)
    const rule = ruleOf(run)
    const given = nameIn(chosen(answer), 'told')
    const told = { key: [toldOption(heardBy(run))], cite: rule.cite, rule: rule.id, run }
    if (given === null || given === heardBy(run)) return explanation(told)
    const difference = findNearestRule(rule, (other) => heardUnder(other) === given)
    return explanation({
      ...told,
      parting: partingFrom(run, difference),
      change: changeTo(difference),
    })
  },
}

/** Rules that tell somebody something, and the calls that are queued without a word. */
function isAboutTelling(rule: Rule): boolean {
  return (
    heardUnder(rule) !== '' ||
    (rule.kind === 'queued' && !rule.on.startsWith('rcv')) ||
    (rule.on === 'rcv RST' && rule.kind === 'transition')
  )
}
