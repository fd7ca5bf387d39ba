import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitByAbility } from './ability-groups'

describe('the upper and the lower 27 %', () => {
  it('are the ends of the order', () => {
    const split = splitByAbility([0.1, 0.9, 0.5, 0.3, 0.7, 0.2, 0.8, 0.6, 0.4, 0])
    expect(split?.groups.join(' ')).toBe('lower upper middle middle upper lower upper middle middle lower')
    expect(split).toMatchObject({ upper: 3, lower: 3, tied: 0 })
  })

  it('take in whoever ties with their last, and say how many', () => {
    expect(splitByAbility([1, 0.8, 0.8, 0.8, 0.5, 0.4, 0])).toMatchObject({ upper: 4, lower: 2, tied: 2 })
  })

  it.each([[[]], [[0.5]], [[0.5, 0.5, 0.5]]] as const)('are not there where nobody stands apart: %j', (shares) => {
    expect(splitByAbility(shares)).toBeNull()
  })

  it('never meet, and do not depend on the order of the papers', () => {
    const some = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(some, (shares) => {
        const split = splitByAbility(shares)
        const turned = splitByAbility(shares.toReversed())
        if (split === null) return turned === null
        const of = (group: string) => shares.filter((_, index) => split.groups[index] === group)
        expect(Math.min(...of('upper'))).toBeGreaterThan(Math.max(...of('lower')))
        expect(turned?.groups).toEqual(split.groups.toReversed())
        return true
      }),
      { numRuns: 100 },
    )
  })
})
