import { canon } from '../../misconceptions/machine'
import { explanation } from '../explanation'
import type { Item } from '../item'
import { type Random, randomFrom, seedOf, shuffled } from '../random'
import { findStatement, isHeldTrue, isTrue } from '../statement-truth'
import { statements as authored, type Statement } from '../statements'
import { type Kind, nameIn, optionOf } from './kind'

function statementIn(option: string): Statement | undefined {
  const id = nameIn(option, 'statement')
  return id === null ? undefined : findStatement(id)
}

const offered: Kind<'statements'>['offered'] = (body) => body.options

const isRight: Kind<'statements'>['isRight'] = (_body, option, by = canon) => {
  const statement = statementIn(option)
  return statement !== undefined && isHeldTrue(statement, by)
}

/** Four statements of one topic around this one: one to three of them true, as chance has it. */
function groupAround(focus: Statement, random: Random): readonly Statement[] {
  const others = shuffled(
    authored.filter((other) => other.topic === focus.topic && other !== focus),
    random,
  )
  const wanted = 1 + Math.floor(random() * 3) - (isTrue(focus) ? 1 : 0)
  const trueOnes = others.filter(isTrue).slice(0, wanted)
  const falseOnes = others.filter((other) => !isTrue(other)).slice(0, 3 - trueOnes.length)
  return [focus, ...trueOnes, ...falseOnes]
}

function optionsAround(focus: Statement, random: Random): readonly string[] {
  return groupAround(focus, random)
    .map(({ id }) => optionOf('statement', id))
    .sort()
}

/** The options of a question around the statement with this id. Throws where there is none. */
export function statementsAround(id: string, random: Random): readonly string[] {
  const focus = findStatement(id)
  if (focus === undefined) throw new Error(`Cannot ask the statement "${id}": there is none`)
  return optionsAround(focus, random)
}

/** Several statements, of which some are true. */
export const statements: Kind<'statements'> = {
  kind: 'statements',
  control: 'several',
  offered,
  isRight,
  score: (body, answer) =>
    answer.form === 'several' &&
    answer.options.every((option) => body.options.includes(option)) &&
    body.options.every((option) => isRight(body, option) === answer.options.includes(option)),
  make: () =>
    authored.map(
      (focus): Item & { readonly body: { readonly kind: 'statements'; readonly options: readonly string[] } } => ({
        id: `statements/${focus.id}`,
        fact: `statement/${focus.id}`,
        topic: focus.topic,
        level: focus.check.kind === 'experiment' ? 2 : 3,
        body: {
          kind: 'statements',
          options: optionsAround(focus, randomFrom(seedOf(focus.id))),
        },
      }),
    ),
  explain: (body, answer) => {
    const key = body.options.filter((option) => isRight(body, option))
    const given = answer.form === 'several' ? answer.options : []
    const misjudged = body.options.filter((option) => key.includes(option) !== given.includes(option))
    const cites = body.options.map((option) => statementIn(option)?.check.cite ?? '')
    return explanation({
      key,
      cite: [...new Set(cites)].join(', '),
      parting:
        misjudged.length === 0
          ? null
          : { kind: 'statements', ids: misjudged.map((option) => nameIn(option, 'statement') ?? '') },
    })
  },
}
