import type { Answer } from '../items/answer'
import type { Body } from '../items/item'
import { controlOf, isRightOption, offeredBy, scoreAnswer } from '../items/kinds/all'
import { readStateName } from '../tcp/names'

/** How many gave one answer; `name` is an option in the machine's words, or what was reckoned. */
export type Bar = {
  readonly name: string
  readonly count: number
  readonly right: boolean
}

export type Tally = {
  readonly answers: number
  readonly bars: readonly Bar[]
  /** Answers that have no bar of their own: the rare ones, and words that name no state. */
  readonly others: number
}

/** The most bars of answers that are not options. */
const mostBars = 8

/**
 * Counts what was answered to a body whose options were shown in this order. Each option has its bar, chosen or not; of what
 * is typed or pointed at, the most frequent answers have one. Words that name no state are counted and never repeated:
 * anybody may have typed them.
 */
export function tallyAnswers(body: Body, shown: readonly string[], answers: readonly Answer[]): Tally {
  switch (controlOf(body)) {
    case 'choice':
    case 'several':
      return { answers: answers.length, others: 0, bars: shown.map((name) => barOf(body, name, answers)) }
    case 'place':
      return mostFrequent(answers, (answer) =>
        answer.form === 'choice' && offeredBy(body).includes(answer.option)
          ? { name: answer.option, right: isRightOption(body, answer.option) }
          : null,
      )
    case 'text':
      return mostFrequent(answers, (answer) => {
        const read = answer.form === 'text' ? readStateName(answer.text) : null
        return read?.kind === 'state' ? { name: `state:${read.state}`, right: scoreAnswer(body, answer) } : null
      })
    case 'numbers':
      return mostFrequent(answers, (answer) =>
        answer.form === 'numbers'
          ? { name: `segment:SEQ=${answer.seq ?? '–'} ACK=${answer.ack ?? '–'}`, right: scoreAnswer(body, answer) }
          : null,
      )
    case 'order':
    case 'fill':
      return mostFrequent(answers, (answer) => {
        const right = scoreAnswer(body, answer)
        return { name: `${controlOf(body)}:${right ? 'right' : 'other'}`, right }
      })
  }
}

function barOf(body: Body, name: string, answers: readonly Answer[]): Bar {
  const taken = answers.filter(
    (answer) =>
      (answer.form === 'choice' && answer.option === name) ||
      (answer.form === 'several' && answer.options.includes(name)),
  )
  return { name, count: taken.length, right: isRightOption(body, name) }
}

type Named = Pick<Bar, 'name' | 'right'>

function mostFrequent(answers: readonly Answer[], nameOf: (answer: Answer) => Named | null): Tally {
  const counts = new Map<string, Bar>()
  for (const answer of answers) {
    const named = nameOf(answer)
    if (named === null) continue
    // A right and a wrong way to write the same are two answers: a tool's name where the RFC's was asked for.
    const key = `${named.right} ${named.name}`
    counts.set(key, { ...named, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const bars = [...counts.values()]
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name))
    .slice(0, mostBars)
  const counted = bars.reduce((sum, { count }) => sum + count, 0)
  return { answers: answers.length, bars, others: answers.length - counted }
}
