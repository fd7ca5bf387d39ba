import { describe, expect, it } from 'vitest'
import { randomFrom } from '../items/random'
import { balanced, evenWorkload, isHoliday } from './balance'
import { weekdayOf } from './day'

const interval = { atLeast: 8, ideal: 10, atMost: 12 }
const today = 20_000

function share(workload: typeof evenWorkload | Parameters<typeof balanced>[2], dueOn: (day: number) => number) {
  const random = randomFrom(7)
  const counts = new Map<number, number>()
  for (let i = 0; i < 10_000; i++) {
    const days = balanced(today, random(), workload, dueOn)(interval)
    counts.set(days, (counts.get(days) ?? 0) + 1 / 10_000)
  }
  return counts
}

describe('balanced', () => {
  it('spreads evenly over days with equal load', () => {
    const counts = share(evenWorkload, () => 3)
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12])
    for (const of of counts.values()) expect(of).toBeCloseTo(0.2, 1)
  })

  it('avoids a day with much due', () => {
    const counts = share(evenWorkload, (day) => (day === today + 10 ? 9 : 0))
    expect(counts.get(10) ?? 0).toBeLessThan(0.01)
  })

  it('leaves a free weekday out, and takes half as much to a half one', () => {
    const free = weekdayOf(today + 9)
    const half = weekdayOf(today + 11)
    const shares = [1, 1, 1, 1, 1, 1, 1].map((full, index) =>
      index + 1 === free ? 0 : index + 1 === half ? 0.5 : full,
    )
    const counts = share({ shares, holiday: null }, () => 0)
    expect(counts.get(9)).toBe(undefined)
    expect((counts.get(11) ?? 0) / (counts.get(10) ?? 1)).toBeCloseTo(0.5, 1)
  })

  it('avoids a holiday, and takes the ideal day where all are holidays', () => {
    const short = share({ ...evenWorkload, holiday: { from: today + 8, to: today + 10 } }, () => 0)
    expect([...short.keys()].sort((a, b) => a - b)).toEqual([11, 12])
    const long = share({ ...evenWorkload, holiday: { from: today, to: today + 30 } }, () => 0)
    expect([...long.keys()]).toEqual([10])
  })
})

it('a holiday has both its ends', () => {
  const workload = { ...evenWorkload, holiday: { from: 5, to: 6 } }
  expect([4, 5, 6, 7].map((day) => isHoliday(workload, day))).toEqual([false, true, true, false])
})
