import type { Answer } from '../items/answer'
import type { Body } from '../items/item'
import { controlOf, isRightOption, offeredBy } from '../items/kinds/all'
import type { AbilityGroup } from './ability-groups'

export type ByGroup = Readonly<Record<AbilityGroup, number>>

/** An option, or an answer that was given, and how many of each group took it. */
export type Choice = {
  readonly answer: Answer
  readonly isRight: boolean
  readonly took: ByGroup
  readonly all: number
}

/** What the students made of an item: who took what, and who left it. */
export type Choices = { readonly rows: readonly Choice[]; readonly omitted: ByGroup; readonly omittedAll: number }

export type Given = {
  readonly group: AbilityGroup
  readonly answer: Answer | null
  /** In hundredths. */
  readonly credit: number
}

/** The most answers that are listed where they are typed, or put in order, or pointed at. */
const mostRows = 12

/**
 * The table of an item's options, in the order of the item: each one, right or wrong, with how many took it. Where the
 * answer is typed, put in order or pointed at, it lists the answers that were given, the most frequent first.
 */
export function choicesOf(body: Body, givens: readonly Given[]): Choices {
  const control = controlOf(body)
  const isOffered = control === 'choice' || control === 'several'
  const rows = isOffered ? offeredRows(body, givens) : givenRows(givens)
  const omitted = givens.filter(({ answer }) => answer === null)
  return { rows, omitted: countByGroup(omitted), omittedAll: omitted.length }
}

function offeredRows(body: Body, givens: readonly Given[]): readonly Choice[] {
  const isSeveral = controlOf(body) === 'several'
  return offeredBy(body).map((option) => {
    const takers = givens.filter(({ answer }) => optionsIn(answer).includes(option))
    const answer: Answer = isSeveral ? { form: 'several', options: [option] } : { form: 'choice', option }
    return { answer, isRight: isRightOption(body, option), took: countByGroup(takers), all: takers.length }
  })
}

function optionsIn(answer: Answer | null): readonly string[] {
  if (answer === null) return []
  return answer.form === 'choice' ? [answer.option] : answer.form === 'several' ? answer.options : []
}

function givenRows(givens: readonly Given[]): readonly Choice[] {
  const byAnswer = new Map<string, Given[]>()
  for (const given of givens) {
    const name = JSON.stringify(given.answer)
    if (given.answer !== null) byAnswer.set(name, [...(byAnswer.get(name) ?? []), given])
  }
  const rows = [...byAnswer.values()].flatMap((takers) => {
    const answer = takers[0]?.answer ?? null
    const isRight = takers[0]?.credit === 100
    return answer === null ? [] : [{ answer, isRight, took: countByGroup(takers), all: takers.length }]
  })
  return rows.toSorted((a, b) => b.all - a.all).slice(0, mostRows)
}

function countByGroup(givens: readonly Pick<Given, 'group'>[]): ByGroup {
  const took = { upper: 0, middle: 0, lower: 0 }
  for (const { group } of givens) took[group] += 1
  return took
}
