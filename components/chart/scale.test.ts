import { describe, expect, it } from 'vitest'
import { everyNth, scaleOf, ticksTo } from './scale'

describe('a scale', () => {
  it('takes a domain to an axis, and back to front where the axis runs so', () => {
    expect(scaleOf([0, 10], [100, 200])(5)).toBe(150)
    expect(scaleOf([0, 1], [200, 0])(0.25)).toBe(150)
    expect(scaleOf([3, 3], [0, 10])(3)).toBe(5)
  })
})

describe('ticks', () => {
  it.each([
    [0, 5, 1, [0, 1]],
    [1, 5, 1, [0, 1]],
    [3, 5, 1, [0, 1, 2, 3]],
    [7, 4, 1, [0, 2, 4, 6, 8]],
    [48, 5, 1, [0, 10, 20, 30, 40, 50]],
    [101, 4, 1, [0, 50, 100, 150]],
    [100_000, 4, 1, [0, 50_000, 100_000]],
    [1.2, 4, 0.1, [0, 0.5, 1, 1.5]],
  ])('up to %f, about %i: %j', (max, count, least, ticks) => {
    expect(ticksTo(max, count, least)).toEqual(ticks)
  })
})

it('counts from the first place where that is to be named', () => {
  expect(everyNth(30, 4, 'first')).toEqual([0, 8, 16, 24])
})

it.each([
  [3, 8, [0, 1, 2]],
  [30, 4, [5, 13, 21, 29]],
  [1, 4, [0]],
  [0, 4, []],
])('of %i places at most %i: %j', (length, count, places) => {
  expect(everyNth(length, count)).toEqual(places)
})
