import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from './apportion'

const weights = fc.array(fc.nat(100), { minLength: 1, maxLength: 12 })
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)

describe('apportion', () => {
  test.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [10, [6, 6, 2], [4, 4, 2]],
    [5, [0, 3, 0], [0, 5, 0]],
    [7, [0, 0], [0, 0]],
    [3, [1, 2], [1, 2]],
  ])('gives %i by %j as %j', (total, shares, counts) => {
    expect(apportion(total, shares)).toEqual(counts)
  })

  test('gives out everything, and each its quota rounded down or up', () => {
    fc.assert(
      fc.property(fc.nat(60), weights, (total, shares) => {
        fc.pre(sum(shares) > 0)
        const counts = apportion(total, shares)
        expect(sum(counts)).toBe(total)
        for (const [index, count] of counts.entries()) {
          const quota = (total * (shares[index] ?? 0)) / sum(shares)
          expect([Math.floor(quota), Math.ceil(quota)]).toContain(count)
        }
      }),
    )
  })
})
