import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareShares, meanShare, roundShare, share, timesShare } from './share'

describe('rounding a share', () => {
  it.each([
    [1, 3, 100, 33],
    [2, 3, 100, 67],
    [1, 2, 1, 1],
    [1, 2, 3, 2],
    [145, 100, 10, 15],
    [0, 7, 1000, 0],
    // 1.005 · 100 is 100.49999999999999 in floating point.
    [1005, 1000, 100, 101],
  ])('%d/%d of %d is %d', (of, whole, all, rounded) => {
    expect(roundShare(share(of, whole), all)).toBe(rounded)
  })

  it('never goes down where the share goes up, and is off by a half at most', () => {
    const some = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 500 }))
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [low, high] = [share(...a), share(...b)].toSorted(compareShares)
        if (low === undefined || high === undefined) return false
        return (
          roundShare(low, 1000) <= roundShare(high, 1000) &&
          Math.abs(roundShare(share(...a), 1000) - (1000 * a[0]) / a[1]) <= 0.5 + 1e-9
        )
      }),
    )
  })
})

describe('the mean of shares', () => {
  it('is exact', () => {
    const third = { share: share(1, 3), weight: 1 }
    expect(compareShares(meanShare([third, third, third]) ?? share(0, 1), share(1, 3))).toBe(0)
    const mean = meanShare([
      { share: share(1, 3), weight: 2 },
      { share: share(1, 7), weight: 1 },
    ])
    expect(compareShares(mean ?? share(0, 1), share(17, 63))).toBe(0)
  })

  it('of nothing, and of what does not weigh, is none', () => {
    expect([meanShare([]), meanShare([{ share: share(1, 1), weight: 0 }])]).toEqual([null, null])
  })

  it('of 0 is 0', () => {
    expect(roundShare(meanShare([{ share: share(0, 5), weight: 3 }]) ?? share(1, 1), 100)).toBe(0)
  })
})

it('a share of a share is their product', () => {
  expect(compareShares(timesShare(share(1, 2), share(2, 3)), share(1, 3))).toBe(0)
})
