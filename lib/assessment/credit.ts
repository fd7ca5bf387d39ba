import type { Answer } from '../items/answer'
import type { Body } from '../items/item'
import { controlOf, explainAnswer, isRightOption, offeredBy, scoreAnswer } from '../items/kinds/all'
import { rightAnswer } from '../items/verify'
import type { Credit } from './blueprint'

/**
 * What share of its points an answer earns, in whole hundredths from 0 to 100. Right answers earn 100. Of wrong ones,
 * under 'partial':
 * - several statements: the share of right decisions above chance, `2 × right ÷ all − 1`, at least 0. Each statement is
 *   one decision, left or taken, so half of them come right by chance;
 * - order: the share of pairs in the right order above chance, `2 × right pairs ÷ all pairs − 1`, at least 0 (Kendall's
 *   tau);
 * - fill: the share of gaps with the right segment;
 * - numbers: half for SEQ, half for ACK;
 * - everything else: nothing. A question without an answer earns nothing either.
 */
export function creditFor(body: Body, answer: Answer, rule: Credit): number {
  // What is chosen among options is one of few; a class gives each of them many times.
  if (answer.form !== 'choice' && answer.form !== 'several') return runCredit(body, answer, rule)
  const known = credits.get(body) ?? new Map<string, number>()
  credits.set(body, known)
  const name = `${rule} ${answer.form === 'choice' ? answer.option : answer.options.join('\n')}`
  const credit = known.get(name) ?? runCredit(body, answer, rule)
  known.set(name, credit)
  return credit
}

const credits = new WeakMap<Body, Map<string, number>>()

function runCredit(body: Body, answer: Answer, rule: Credit): number {
  if (scoreAnswer(body, answer)) return 100
  if (rule === 'whole') return 0
  switch (answer.form) {
    case 'several':
      return controlOf(body) === 'several' ? aboveChance(rightDecisions(body, answer.options)) : 0
    case 'order':
      return controlOf(body) === 'order' ? aboveChance(rightPairs(body, answer.options)) : 0
    case 'fill':
      return rightGaps(body, answer.options)
    case 'numbers':
      return rightNumbers(body, answer)
    case 'choice':
    case 'text':
      return 0
  }
}

type Part = { readonly right: number; readonly all: number }

/** Never 100: a wrong answer is not worth a right one, however near. */
export function aboveChance({ right, all }: Part): number {
  return all === 0 ? 0 : Math.max(0, Math.min(99, Math.floor((100 * (2 * right - all)) / all)))
}

function rightDecisions(body: Body, taken: readonly string[]): Part {
  const offered = offeredBy(body)
  return {
    right: offered.filter((option) => isRightOption(body, option) === taken.includes(option)).length,
    all: offered.length,
  }
}

/** Pairs of elements that stand as in the key. Equal elements count by their occurrence: the first one is the first. */
function rightPairs(body: Body, given: readonly string[]): Part {
  const key = numbered(explainAnswer(body, { form: 'text', text: '' }).key)
  const places = new Map(key.map((element, index) => [element, index]))
  const order = numbered(given).flatMap((element) => places.get(element) ?? [])
  if (order.length !== key.length) return { right: 0, all: 0 }
  let right = 0
  for (const [index, place] of order.entries()) {
    right += order.slice(index + 1).filter((later) => later > place).length
  }
  return { right, all: (key.length * (key.length - 1)) / 2 }
}

function rightGaps(body: Body, given: readonly string[]): number {
  const { key } = explainAnswer(body, { form: 'text', text: '' })
  if (given.length !== key.length) return 0
  return Math.min(99, Math.floor((100 * key.filter((option, gap) => given[gap] === option).length) / key.length))
}

function numbered(elements: readonly string[]): readonly string[] {
  return elements.map(
    (element, index) => `${elements.slice(0, index).filter((other) => other === element).length} ${element}`,
  )
}

function rightNumbers(body: Body, given: Extract<Answer, { form: 'numbers' }>): number {
  const right = rightAnswer(body)
  if (right?.form !== 'numbers') return 0
  return (right.seq === given.seq ? 50 : 0) + (right.ack === given.ack ? 50 : 0)
}
