import type { Body } from '../items/item'
import { controlOf, isRightOption, offeredBy } from '../items/kinds/all'
import { states } from '../tcp/states'
import type { Credit } from './blueprint'
import { aboveChance } from './credit'

/** What a question is worth to somebody who answers at random. */
export type Guess = {
  /** The chance that the answer is right. */
  readonly right: number
  /** The mean of a wrong answer's credit, 0 to 1, and the mean of its square. */
  readonly wrong: number
  readonly wrongSquared: number
}

/** So many ways lead to so much credit, 0 to 1; a credit of 1 is a right answer. */
type Outcome = { readonly ways: number; readonly credit: number }

/** What guessing is worth, by the options that a question offers and the rule of its credit. */
export function guessAt(body: Body, rule: Credit): Guess {
  const offered = offeredBy(body)
  switch (controlOf(body)) {
    case 'choice':
    case 'place': {
      const right = offered.filter((option) => isRightOption(body, option)).length
      return { right: offered.length === 0 ? 0 : right / offered.length, wrong: 0, wrongSquared: 0 }
    }
    // Whoever knows the names takes one of them.
    case 'text':
      return { right: 1 / states.length, wrong: 0, wrongSquared: 0 }
    case 'numbers':
      return { right: 0, wrong: 0, wrongSquared: 0 }
    case 'several':
      return guessOver(decisions(offered.length), rule)
    case 'fill':
      return guessOver(fillings(offered, offered.filter((option) => isRightOption(body, option)).length), rule)
    case 'order':
      return guessOver(orders(offered.length), rule)
  }
}

/** Each statement taken or left by the throw of a coin. */
function decisions(count: number): readonly Outcome[] {
  let ways = 1
  return Array.from({ length: count + 1 }, (_, right) => {
    if (right > 0) ways = (ways * (count - right + 1)) / right
    return { ways, credit: right === count ? 1 : aboveChance({ right, all: count }) / 100 }
  })
}

/** Each order as likely: so many of them have so many pairs right (the numbers of MacMahon). */
function orders(count: number): readonly Outcome[] {
  let ways: readonly number[] = [1]
  for (let size = 2; size <= count; size++) {
    const before = ways
    const length = (size * (size - 1)) / 2 + 1
    ways = Array.from({ length }, (_, pairs) =>
      before.reduce((sum, known, inner) => (pairs - inner >= 0 && pairs - inner < size ? sum + known : sum), 0),
    )
  }
  const all = ways.length - 1
  return ways.map((known, right) => ({ ways: known, credit: right === all ? 1 : aboveChance({ right, all }) / 100 }))
}

/** Each way to put different options into the gaps as likely; the gaps and their own options are alike in all but name. */
function fillings(offered: readonly string[], gaps: number): readonly Outcome[] {
  const ways = (place: number, used: readonly number[]): readonly number[] =>
    place === gaps
      ? [used.filter((option, gap) => option === gap).length]
      : offered.flatMap((_, option) => (used.includes(option) ? [] : ways(place + 1, [...used, option])))
  return ways(0, []).map((right) => ({ ways: 1, credit: right === gaps ? 1 : Math.floor((100 * right) / gaps) / 100 }))
}

function guessOver(outcomes: readonly Outcome[], rule: Credit): Guess {
  const all = outcomes.reduce((sum, { ways }) => sum + ways, 0)
  const wrong = outcomes.filter(({ credit }) => credit < 1)
  const ofWrong = wrong.reduce((sum, { ways }) => sum + ways, 0)
  const mean = (of: (credit: number) => number) =>
    rule === 'whole' || ofWrong === 0
      ? 0
      : wrong.reduce((sum, { ways, credit }) => sum + ways * of(credit), 0) / ofWrong
  return { right: 1 - ofWrong / all, wrong: mean((credit) => credit), wrongSquared: mean((credit) => credit ** 2) }
}
