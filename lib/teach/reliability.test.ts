import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemOf, papersOf, questionOf } from './papers.testing'
import { reliabilityOf } from './reliability'

const right = 100

describe('Cronbach’s alpha', () => {
  it('is as counted by hand where everybody had the same items', () => {
    // Totals 3, 2, 2, 1, 0: variance 1.3. The items have right 4, 3, 1 of 5: variances 0.2, 0.3, 0.2.
    // alpha = 3/2 (1 − 0.7/1.3) = 0.6923…; SEM = √1.3 · √(1 − alpha).
    const papers = papersOf([
      [right, right, right],
      [right, right, 0],
      [right, right, 0],
      [right, 0, 0],
      [0, 0, 0],
    ])
    const reliability = reliabilityOf(papers)
    if (reliability.kind === 'unsaid') throw new Error(reliability.why)
    expect(reliability).toMatchObject({ parts: 'items', count: 3 })
    expect(reliability.alpha).toBeCloseTo(1.5 * (1 - 0.7 / 1.3), 12)
    expect(reliability.sd).toBeCloseTo(Math.sqrt(1.3), 12)
    expect(reliability.sem).toBeCloseTo(Math.sqrt(1.3) * Math.sqrt(1 - 1.5 * (1 - 0.7 / 1.3)), 12)
  })

  it('is 1 where all items say the same, and the error is then 0', () => {
    const papers = papersOf([
      [right, right, right],
      [0, 0, 0],
      [50, 50, 50],
    ])
    expect(reliabilityOf(papers)).toMatchObject({ kind: 'said', alpha: 1, sem: 0 })
  })

  it('sums over strata where papers were drawn, whatever the order of their questions', () => {
    const of = (stratum: number, item: number, credit: number) =>
      questionOf(itemOf('choice', item), credit, { topic: 'open', level: stratum })
    // Two strata of two questions, other items for everybody: points 2+1, 1+1, 1+0, 0+0.
    const reliability = reliabilityOf([
      { student: 'a', questions: [of(1, 0, right), of(1, 1, right), of(2, 2, right), of(2, 3, 0)] },
      { student: 'b', questions: [of(2, 4, right), of(1, 5, right), of(2, 6, 0), of(1, 7, 0)] },
      { student: 'c', questions: [of(1, 8, 0), of(2, 9, 0), of(2, 10, 0), of(1, 11, right)] },
      { student: 'd', questions: [of(1, 12, 0), of(1, 13, 0), of(2, 14, 0), of(2, 15, 0)] },
    ])
    if (reliability.kind === 'unsaid') throw new Error(reliability.why)
    expect(reliability).toMatchObject({ parts: 'strata', count: 2 })
    // Variances of the parts: 2, 1, 1, 0 has 2/3; 1, 1, 0, 0 has 1/3; totals 3, 2, 1, 0 have 5/3.
    expect(reliability.alpha).toBeCloseTo(2 * (1 - 1 / (5 / 3)), 12)
  })

  it.each([
    ['too few papers', papersOf([[right, 0]])],
    ['too few parts', papersOf([[right], [0]])],
    [
      'all alike',
      papersOf([
        [right, 0],
        [0, right],
      ]),
    ],
    [
      'papers differ',
      [...papersOf([[right, 0]]), { student: 'b', questions: [questionOf(itemOf('choice', 9), 0, { level: 9 })] }],
    ],
  ] as const)('is not said: %s', (why, papers) => {
    expect(reliabilityOf(papers)).toEqual({ kind: 'unsaid', why })
  })

  it('is never above 1, and its error never above the spread', () => {
    const row = fc.array(fc.constantFrom(0, 33, 100), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (credits) => {
        const reliability = reliabilityOf(papersOf(credits))
        if (reliability.kind === 'unsaid') return reliability.why === 'all alike'
        return reliability.alpha <= 1 + 1e-12 && reliability.sem <= reliability.sd
      }),
      { numRuns: 60 },
    )
  })
})
