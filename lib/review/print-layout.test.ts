import { describe, expect, it } from 'vitest'
import { layOut } from './print-layout'

describe('cards on paper', () => {
  it('have their backs mirrored in columns, so that a sheet turned over its long edge shows each behind its front', () => {
    const [sheet, second, ...more] = layOut([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(sheet).toEqual({ fronts: [0, 1, 2, 3, 4, 5, 6, 7], backs: [1, 0, 3, 2, 5, 4, 7, 6] })
    expect(second?.fronts).toEqual([8, null, null, null, null, null, null, null])
    expect(second?.backs).toEqual([null, 8, null, null, null, null, null, null])
    expect(more).toEqual([])
  })

  it('are on no sheet where there are none', () => {
    expect(layOut([])).toEqual([])
  })
})
