import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadOver } from './spread'

const none = () => 0

describe('spreadOver', () => {
  it.each([
    ['evenly over free days', [10, 11, 12], 9, none, [10, 10, 10, 11, 11, 11, 12, 12, 12]],
    ['the odd ones first', [10, 11, 12], 7, none, [10, 10, 10, 11, 11, 11, 12]],
    ['around what is due already', [10, 11], 4, (day: number) => (day === 11 ? 2 : 0), [10, 10, 10, 11]],
    ['none on a day that is full', [10, 11], 2, (day: number) => (day === 10 ? 5 : 0), [11, 11]],
    ['nothing where there is nothing', [10, 11], 0, none, []],
    ['nothing where there is no day', [], 5, none, []],
  ])('%s', (_title, days, count, dueOn, placed) => {
    expect(spreadOver(days, count, dueOn)).toEqual(placed)
  })

  it('places every card, in the order of days, and no day above the level that all need', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 30 }), fc.nat(600), (loads, count) => {
        const days = loads.map((_, index) => 100 + index)
        const placed = spreadOver(days, count, (day) => loads[day - 100] ?? 0)
        expect(placed.length).toBe(count)
        expect([...placed].sort((a, b) => a - b)).toEqual(placed)
        const after = loads.map((load, index) => load + placed.filter((day) => day === 100 + index).length)
        const filled = after.filter((total, index) => total > (loads[index] ?? 0))
        // Whoever got a card could not have been spared it: the last day alone may lie below the others.
        expect(filled.slice(0, -1).every((total) => total === filled[0])).toBe(true)
      }),
    )
  })
})
