import { describe, expect, test } from 'vitest'
import { deriveBank } from '../items/bank'
import { controlOf } from '../items/kinds/all'
import { randomFrom, seedOf } from '../items/random'
import { believe, doubtOf } from './belief'
import { type PresetName, presetNames, presets } from './blueprint'
import { factShares, weightsOf } from './fact-shares'
import { guessAt } from './guessing'
import { drawPaper } from './paper'
import { predictScore } from './predict'
import { pathLengthOf } from './strata'

const candidates = deriveBank().items.map((item) => ({
  ...item,
  pathLength: pathLengthOf(item.body),
  form: controlOf(item.body),
}))
const sharesOf = (name: PresetName) => factShares(presets[name], candidates)

const papersOf = (name: PresetName, count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => {
    const drawn = drawPaper({ blueprint: presets[name], candidates, seed: from + at })
    if (drawn.kind === 'short') throw new Error('A preset can be filled')
    return drawn.questions.map(({ item }) => item)
  })

describe('a guess', () => {
  const bodyOf = (kind: string) => {
    const found = candidates.find(({ body }) => body.kind === kind)
    if (found === undefined) throw new Error(`No item of kind ${kind}`)
    return found.body
  }

  test.each([
    ['next-state', 1 / 4, 0],
    ['type-state', 1 / 11, 0],
    ['numbers', 0, 0],
    // Of four statements: all right 1 way of 16; three right, half the points, 4 ways of the other 15.
    ['statements', 1 / 16, (0.5 * 4) / 15],
  ])('at an item of kind %s is right with %d and, where wrong, worth %d', (kind, right, wrong) => {
    const guess = guessAt(bodyOf(kind), 'partial')
    expect(guess.right).toBeCloseTo(right, 12)
    expect(guess.wrong).toBeCloseTo(wrong, 12)
    expect(guessAt(bodyOf(kind), 'whole').wrong).toBe(0)
  })

  test('at an order is right in one of n! ways', () => {
    const orders = candidates.filter(({ form }) => form === 'order').map(({ body }) => guessAt(body, 'partial'))
    const factorials = [1, 2, 6, 24, 120, 720, 5040, 40_320]
    for (const { right, wrong } of orders) {
      expect(factorials.some((ways) => Math.abs(right - 1 / ways) < 1e-9)).toBe(true)
      expect(wrong).toBeGreaterThan(0)
    }
    expect(orders.length).toBeGreaterThan(0)
  })
})

describe.each(presetNames)('the shares of facts in %s', (name) => {
  test('add up to the questions, and agree with papers that are drawn', () => {
    const weights = weightsOf(sharesOf(name))
    const sum = [...weights.values()].reduce((all, weight) => all + weight, 0)
    expect(sum).toBeCloseTo(presets[name].questions, 6)
    // By how much the shares of all facts differ, beside how much they would by chance alone; of three draws, for one is
    // often half as much again.
    const ratios = [0, 20, 40].map((from) => {
      const papers = papersOf(name, 20, from)
      const asked = new Map<string, number>()
      for (const { fact } of papers.flat()) asked.set(fact, (asked.get(fact) ?? 0) + 1 / papers.length)
      const off = [...weights].reduce((all, [fact, weight]) => all + (weight - (asked.get(fact) ?? 0)) ** 2, 0)
      return off / [...weights.values()].reduce((all, weight) => all + (weight * (1 - weight)) / papers.length, 0)
    })
    expect(ratios.reduce((all, ratio) => all + ratio, 0) / ratios.length).toBeLessThan(1.5)
  })
})

describe('the predicted score', () => {
  const learned = {
    past: { reviews: 300, predicted: 270, recalled: 264 },
    firstTries: { count: 40, right: 20 },
    selfRating: false,
  }
  /** Half of the facts are cards, recalled with chances from 0.6 to 0.98. */
  const recallOf = (fact: string) => (seedOf(fact) % 2 === 0 ? 0.6 + ((seedOf(`${fact}!`) % 100) / 100) * 0.38 : null)

  test.each(presetNames)('of %s covers about nine of ten scores of papers that are drawn', (name) => {
    const shares = sharesOf(name)
    const doubt = doubtOf(learned)
    const beliefs = new Map(shares.map((share) => [share, believe(learned, recallOf(share.fact), share.guess.right)]))
    const rightOf = new Map(shares.map((share) => [share.fact, beliefs.get(share)]))
    const prediction = predictScore(shares, (share) => beliefs.get(share) ?? { right: 0, isMet: false }, doubt)
    if (prediction === null) throw new Error('Something is asked')
    const random = randomFrom(seedOf(name))
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const scores = papersOf(name, 60).flatMap((paper) =>
      // Each paper is sat by ten learners, whose chances are off in the way that is believed possible.
      Array.from({ length: 10 }, () => {
        const off = { met: normal() * doubt.met, unmet: normal() * doubt.unmet }
        const earned = paper.reduce((sum, { fact, body }) => {
          const belief = rightOf.get(fact)
          const right = (belief?.right ?? 0) + (belief?.isMet === true ? off.met : off.unmet)
          return sum + (random() < right ? 1 : guessAt(body, presets[name].credit).wrong)
        }, 0)
        return earned / paper.length
      }),
    )
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    expect(Math.abs(mean - prediction.mean)).toBeLessThan(0.02)
    const inside = scores.filter((score) => score >= prediction.low && score <= prediction.high).length / scores.length
    expect(inside).toBeGreaterThan(0.85)
    expect(inside).toBeLessThan(0.96)
  })

  test('is wider where little is known of the learner, and null where nothing is asked', () => {
    const width = (reviews: number, count: number) => {
      const known = {
        ...learned,
        past: { reviews, predicted: 0, recalled: 0 },
        firstTries: { count, right: count / 2 },
      }
      const shares = sharesOf('midterm')
      const prediction = predictScore(shares, ({ fact }) => believe(known, recallOf(fact), 0.2), doubtOf(known))
      return prediction === null ? 0 : prediction.high - prediction.low
    }
    expect(width(0, 0)).toBeGreaterThan(width(1000, 200))
    expect(predictScore([], () => ({ right: 1, isMet: true }), { met: 0, unmet: 0 })).toBe(null)
  })

  test('follows how far past predictions were off, and counts guesses once', () => {
    expect(believe(learned, 0.9, 0.25)).toEqual({ right: 0.9 - 6 / 400, isMet: true })
    expect(believe(learned, 0.1, 0.25).right).toBe(0.25)
    expect(believe({ ...learned, selfRating: true }, 0.9, 0.25).right).toBeCloseTo(0.885 + 0.115 * 0.25, 12)
    expect(believe(learned, null, 0.25)).toEqual({ right: (20 + 2.5) / 50, isMet: false })
    expect(believe({ ...learned, firstTries: { count: 0, right: 0 } }, null, 0.25).right).toBe(0.25)
  })
})
