import { describe, expect, test } from 'vitest'
import { deriveBank } from '../items/bank'
import { controlOf } from '../items/kinds/all'
import { markBody } from '../items/mark'
import { showOptions } from '../items/shown'
import { type Blueprint, presets } from './blueprint'
import { drawPaper } from './paper'
import { type Candidate, pathLengthOf } from './strata'

type Asked = Candidate & { readonly body: Parameters<typeof showOptions>[0] }

const candidates: readonly Asked[] = deriveBank().items.map(({ id, fact, topic, level, body }) => ({
  id,
  fact,
  topic,
  level,
  pathLength: pathLengthOf(body),
  form: controlOf(body),
  body,
}))
const blueprint: Blueprint = { ...presets.midterm, forms: ['choice'] }

/** Where the right option stands in each question of a paper, and of how many. */
function rightPlaces(seed: number) {
  const drawn = drawPaper({ blueprint, candidates, seed })
  if (drawn.kind === 'short') throw new Error(`Short of ${drawn.topic}`)
  return drawn.questions.map(({ item: { body }, seed: showing }) => {
    const length = showOptions(body, showing).length
    const isRight = (choice: number) => {
      const marked = markBody(body, showing, { choice })
      return marked.kind === 'marked' && marked.right
    }
    const right = Array.from({ length }, (_, choice) => choice).filter(isRight)
    return { length, place: right.length === 1 ? (right[0] ?? 0) : -1 }
  })
}

/** Of equal chances: the sum of squared differences over what is expected. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

/** What chi-square passes once in a hundred times, by degrees of freedom (Wilson and Hilferty 1931). */
const critical = (freedom: number) => freedom * (1 - 2 / (9 * freedom) + 2.3263 * Math.sqrt(2 / (9 * freedom))) ** 3

const papers = Array.from({ length: 200 }, (_, seed) => rightPlaces(seed))
const lengths = [...new Set(papers.flat().map(({ length }) => length))].sort()

describe('where the right option stands', () => {
  test('is said of enough questions, each with one right option', () => {
    expect(papers.flat().every(({ place }) => place >= 0)).toBe(true)
    expect(papers.flat().length).toBeGreaterThan(3000)
  })

  test.each(lengths)('is as likely each of %i places', (length) => {
    const places = papers.flat().filter((asked) => asked.length === length)
    const counts = Array.from({ length }, (_, at) => places.filter(({ place }) => place === at).length)
    expect(chiSquare(counts), counts.join(' ')).toBeLessThan(critical(length - 1))
  })

  test.each(lengths)('does not follow from the question before, of %i places', (length) => {
    const steps = papers.flatMap((paper) =>
      paper.slice(1).flatMap(({ place, length: own }, at) => {
        const before = paper[at]
        return own === length && before?.length === length ? [(place - before.place + length) % length] : []
      }),
    )
    const counts = Array.from({ length }, (_, step) => steps.filter((one) => one === step).length)
    expect(chiSquare(counts), counts.join(' ')).toBeLessThan(critical(length - 1))
  })

  test('is what these would notice: a key that is a little oftener first', () => {
    expect(chiSquare([1150, 1000, 1000, 1000])).toBeGreaterThan(critical(3))
  })
})
