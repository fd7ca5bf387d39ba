import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlation, meanOf, medianOf, varianceOf } from './correlation'

describe('the correlation', () => {
  it('is the point-biserial where one side is right or wrong', () => {
    // By hand: the mean of those right 7, of those wrong 4, the standard deviation over n √(17/4)... p = q = 1/2.
    const pairs = [
      [1, 8],
      [1, 6],
      [0, 5],
      [0, 3],
    ] as const
    const sd = Math.sqrt((2.5 ** 2 + 0.5 ** 2 + 0.5 ** 2 + 2.5 ** 2) / 4)
    expect(correlation(pairs)).toBeCloseTo(((7 - 4) / sd) * 0.5, 12)
  })

  it.each([
    ['nothing', []],
    ['one pair', [[1, 2]]],
    [
      'one side always the same',
      [
        [0.1, 1],
        [0.1, 2],
        [0.1, 7],
      ],
    ],
    [
      'the other side always the same',
      [
        [1, 1 / 3],
        [0, 1 / 3],
        [1, 1 / 3],
      ],
    ],
  ] as const)('does not exist for %s', (_, pairs) => {
    expect(correlation(pairs)).toBeNull()
  })

  it('stays the same when both sides are moved or stretched, turns with its sign, and lies in −1 to 1', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
        const r = correlation(pairs)
        const moved = correlation(pairs.map(([x, y]) => [3 * x + 5, 7 * y - 2]))
        const turned = correlation(pairs.map(([x, y]) => [-x, y]))
        if (r === null) return moved === null && turned === null
        return Math.abs(r) <= 1 && Math.abs(r - (moved ?? 9)) < 1e-9 && Math.abs(r + (turned ?? 9)) < 1e-9
      }),
      { numRuns: 60 },
    )
  })
})

describe('mean, variance and median', () => {
  it.each([
    [[], 0, 0, null],
    [[4], 4, 0, 4],
    [[1, 3], 2, 2, 2],
    [[2, 9, 4], 5, 13, 4],
    [[0.1, 0.1, 0.1], 0.1, 0, 0.1],
  ] as const)('of %j are %d, %d and %d', (numbers, mean, variance, median) => {
    expect(meanOf(numbers)).toBeCloseTo(mean, 12)
    expect(varianceOf(numbers)).toBe(variance)
    expect(medianOf(numbers)).toBe(median)
  })
})
