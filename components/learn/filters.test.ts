import { describe, expect, it } from 'vitest'
import { arrows } from '@/components/diagram/arrows'
import { arrowsOf, emphasisedBy, parseFilter } from './filters'

describe('the filters of the diagram', () => {
  it('name arrows of the picture, and leave none out', () => {
    const named = new Set<string>(Object.values(arrowsOf).flat())
    expect([...named].sort()).toEqual(arrows.map(({ id }) => id).sort())
  })

  it('show all where the address names none of them', () => {
    expect(parseFilter('passive')).toBe('passive')
    expect(parseFilter('nonsense')).toBe('all')
    expect(parseFilter(undefined)).toBe('all')
    expect(emphasisedBy('all')).toBeUndefined()
  })

  it('bring out the three arrows of a passive close', () => {
    expect(emphasisedBy('passive')?.size).toBe(3)
  })
})
