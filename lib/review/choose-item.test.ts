import { describe, expect, it } from 'vitest'
import { chooseItem } from './choose-item'

const items = [
  { id: 'a', kind: 'next-state' },
  { id: 'b', kind: 'next-state' },
  { id: 'c', kind: 'click-arrow' },
]

describe('chooseItem', () => {
  it('takes the kind met least', () => {
    expect(chooseItem(items, { 'next-state': 1 }, null)?.id).toBe('c')
    expect(chooseItem(items, { 'next-state': 1, 'click-arrow': 2 }, null)?.id).toBe('a')
  })

  it('never takes the last one again where there is another', () => {
    expect(chooseItem(items, { 'next-state': 0, 'click-arrow': 5 }, 'a')?.id).toBe('b')
    expect(chooseItem(items.slice(2), { 'click-arrow': 5 }, 'c')?.id).toBe('c')
  })

  it('is null where nothing asks', () => expect(chooseItem([], {}, null)).toBe(null))
})
