import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../items/random'
import { analyseItems } from './item-analysis'
import type { MarkedPaper } from './marked-paper'
import { itemOf, optionsOf, papersOf, questionOf } from './papers.testing'

const right = 100

/** A paper for each pair: the credit of the first item, and how many of ten others are right. */
function classOf(pairs: readonly (readonly [credit: number, others: number])[]): readonly MarkedPaper[] {
  return papersOf(
    pairs.map(([credit, others]) => [credit, ...Array.from({ length: 10 }, (_, nth) => (nth < others ? right : 0))]),
  )
}

function analyseFirst(papers: readonly MarkedPaper[]) {
  const { items } = analyseItems(papers, 'whole')
  const first = items.find(({ itemId }) => itemId === itemOf('choice').id)
  if (first === undefined) throw new Error('Not analysed')
  return first
}

describe('the analysis of an item', () => {
  it('counts facility, discrimination with the item removed, and the ends, as by hand', () => {
    // The rests are 10, 8, 5, 3, 0 tenths: mean 5.2. Those right have 10, 8, 3.
    const { statistics } = analyseFirst(
      classOf([
        [right, 10],
        [right, 8],
        [0, 5],
        [right, 3],
        [0, 0],
      ]),
    )
    expect(statistics).toMatchObject({ shown: 5, omitted: 0, facility: 0.6 })
    // Σ (x − 0.6)(y − 5.2) = 0.4·4.8 + 0.4·2.8 − 0.6·(−0.2) + 0.4·(−2.2) − 0.6·(−5.2) = 5.4; Σx² = 1.2; Σy² = 62.8.
    expect(statistics.discrimination).toBeCloseTo(5.4 / Math.sqrt(1.2 * 62.8), 12)
    // 27 % of 5 is 1 at each end.
    expect(statistics.upperLower).toEqual({ value: 1, upper: 1, lower: 1, tied: 0 })
    expect(statistics.guess).toBe(1 / 4)
  })

  it('agrees with a slow computation that looks at nothing but pairs', () => {
    const random = randomFrom(7)
    const papers = papersOf(
      Array.from({ length: 40 }, () =>
        Array.from({ length: 12 }, () => (random() < 0.6 ? right : random() < 0.3 ? 40 : 0)),
      ),
    )
    for (const { itemId, statistics } of analyseItems(papers, 'whole').items) {
      const seen = papers.map(({ questions }) => {
        const own = questions.find((question) => question.itemId === itemId)?.credit ?? 0
        return { own, rest: questions.reduce((sum, { credit }) => sum + credit, 0) - own }
      })
      // Covariance and variances as half the mean of the products of all differences between two students.
      let [xy, xx, yy] = [0, 0, 0]
      for (const a of seen)
        for (const b of seen) {
          xy += (a.own - b.own) * (a.rest - b.rest)
          xx += (a.own - b.own) ** 2
          yy += (a.rest - b.rest) ** 2
        }
      expect(statistics.discrimination).toBeCloseTo(xy / Math.sqrt(xx) / Math.sqrt(yy), 10)
      const standing = seen.map(({ own, rest }) => ({
        own,
        above: seen.filter((other) => other.rest > rest).length,
        below: seen.filter((other) => other.rest < rest).length,
      }))
      // 27 % of 40 are 11: in the upper group is whoever has fewer than 11 above.
      const best = standing.filter(({ above }) => above < 11)
      const worst = standing.filter(({ below }) => below < 11)
      const mean = (group: readonly { readonly own: number }[]) =>
        group.reduce((sum, { own }) => sum + own, 0) / group.length / 100
      expect(statistics.upperLower?.value).toBeCloseTo(mean(best) - mean(worst), 10)
      expect(statistics.upperLower).toMatchObject({ upper: best.length, lower: worst.length })
    }
  })

  it('says who took what, and who left it', () => {
    const item = itemOf('choice')
    const papers = classOf([
      [right, 10],
      [right, 9],
      [0, 5],
      [0, 4],
      [0, 1],
    ]).map((paper, student) =>
      student === 2
        ? { ...paper, questions: [{ ...questionOf(item, 0), answer: null }, ...paper.questions.slice(1)] }
        : paper,
    )
    const { choices } = analyseFirst(papers)
    const row = (option: string) =>
      choices.rows.find(({ answer }) => answer.form === 'choice' && answer.option === option)
    const { right: key, wrong } = optionsOf(item)
    expect(row(key)).toMatchObject({ isRight: true, all: 2, took: { upper: 1, middle: 1, lower: 0 } })
    expect(row(wrong)).toMatchObject({ isRight: false, all: 2, took: { upper: 0, middle: 1, lower: 1 } })
    expect(choices).toMatchObject({ omittedAll: 1, omitted: { upper: 0, middle: 1, lower: 0 } })
  })

  it('takes another version of an item for another item, and both for one fact', () => {
    const item = itemOf('choice')
    const paper = (student: string, version: number) => ({ student, questions: [questionOf(item, 0, { version })] })
    const { items, facts } = analyseItems([paper('a', 1), paper('b', 2)], 'whole')
    expect(items.map(({ version }) => version)).toEqual([1, 2])
    expect(facts).toMatchObject([{ fact: item.fact, items: 1, statistics: { shown: 2 } }])
  })

  it('has the median of the times that are known', () => {
    const item = itemOf('choice')
    const paper = (tookMs: number | null) => ({ student: 's', questions: [questionOf(item, 0, { tookMs })] })
    expect(analyseFirst([paper(1000), paper(null), paper(4000), paper(2000)]).statistics.took).toEqual({
      ms: 2000,
      of: 3,
    })
    expect(analyseFirst([paper(null)]).statistics.took).toBeNull()
  })
})

describe('the flags of an item', () => {
  const class20 = (credit: (others: number) => number) =>
    classOf(Array.from({ length: 22 }, (_, student) => [credit(student % 11), student % 11] as const))

  it.each([
    ['what the good know and the others do not has none', (others: number) => (others > 4 ? right : 0), []],
    ['nearly everybody right', () => right, ['nearly all right']],
    ['nobody right', () => 0, ['best choose', 'worse than guessing', 'nearly none right']],
    ['known to the weak alone', (others: number) => (others < 5 ? right : 0), ['best choose', 'negative']],
    ['known to every second one', (others: number) => (others % 2 === 0 ? right : 0), ['weak']],
  ] as const)('%s', (_, credit, kinds) => {
    expect(analyseFirst(class20(credit)).flags.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('names what the best choose', () => {
    const flags = analyseFirst(class20((others) => (others < 5 ? right : 0))).flags
    expect(flags[0]).toEqual({
      kind: 'best choose',
      answer: { form: 'choice', option: optionsOf(itemOf('choice')).wrong },
    })
  })

  it('says of fewer than twenty answers that they are too few, and nothing else', () => {
    expect(
      analyseFirst(
        classOf([
          [0, 10],
          [right, 0],
        ]),
      ).flags,
    ).toEqual([{ kind: 'too few' }])
  })

  it('says of several statements which of them the best misjudge', () => {
    const item = itemOf('several')
    const { right: key, wrong } = optionsOf(item)
    const papers = class20(() => 0).map((paper) => ({
      ...paper,
      questions: [questionOf(item, 0, { answer: { form: 'several', options: [wrong] } }), ...paper.questions.slice(1)],
    }))
    const flags = analyseItems(papers, 'partial').items.find(({ itemId }) => itemId === item.id)?.flags ?? []
    expect(flags).toContainEqual({ kind: 'best choose', answer: { form: 'several', options: [wrong] } })
    expect(flags).toContainEqual({ kind: 'best leave', answer: { form: 'several', options: [key] } })
  })
})

describe('the analysis of a class', () => {
  it('has mean, median and spread of the shares, and how many lie in each tenth', () => {
    const { scores, tenths, papers } = analyseItems(
      papersOf([
        [right, right],
        [right, 0],
        [0, 0],
      ]),
      'whole',
    )
    expect({ scores, papers }).toEqual({ scores: { mean: 0.5, median: 0.5, sd: 0.5 }, papers: 3 })
    expect(tenths).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 1])
  })

  it('of nobody says nothing', () => {
    expect(analyseItems([], 'whole')).toMatchObject({ papers: 0, scores: null, items: [], facts: [] })
  })

  it('does not depend on the order of the papers, and keeps its numbers in their ranges', () => {
    const row = fc.array(fc.constantFrom(0, 50, 100), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (credits) => {
        const analysis = analyseItems(papersOf(credits), 'partial')
        const turned = analyseItems(papersOf(credits).toReversed(), 'partial')
        for (const { itemId, statistics, choices } of analysis.items) {
          const same = turned.items.find((other) => other.itemId === itemId)?.statistics
          expect(same?.facility).toBeCloseTo(statistics.facility, 10)
          expect(same?.discrimination ?? 9).toBeCloseTo(statistics.discrimination ?? 9, 8)
          expect(same?.upperLower?.value ?? 9).toBeCloseTo(statistics.upperLower?.value ?? 9, 10)
          expect(Math.abs(statistics.discrimination ?? 0)).toBeLessThanOrEqual(1)
          expect(choices.rows.reduce((sum, { all }) => sum + all, 0) + choices.omittedAll).toBe(credits.length)
        }
      }),
      { numRuns: 40 },
    )
  })
})
