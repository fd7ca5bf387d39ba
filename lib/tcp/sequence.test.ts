import { describe, expect, it } from 'vitest'
import { add, distance, isAtMost, isBefore, isInWindow, sequenceSpace } from './sequence'

const last = 4_294_967_295
const half = 2_147_483_648

describe('arithmetic modulo 2^32 (3.4)', () => {
  it('has 2^32 numbers', () => {
    expect(sequenceSpace).toBe(last + 1)
  })

  it.each([
    [0, 0, 0],
    [100, 1, 101],
    [last, 1, 0],
    [last, 11, 10],
    [0, -1, last],
    [10, -11, last],
    [half, half, 0],
    [last, last, last - 1],
  ])('%i + %i = %i', (number, octets, sum) => {
    expect(add(number, octets)).toBe(sum)
  })

  it.each([
    [0, 0, 0],
    [100, 101, 1],
    [101, 100, -1],
    [last, 0, 1],
    [0, last, -1],
    [last - 4, 5, 10],
    [5, last - 4, -10],
    [0, half - 1, half - 1],
    [0, half, -half],
    [half, 0, -half],
    [0, half + 1, -half + 1],
  ])('from %i to %i it is %i, the shorter way round', (from, to, octets) => {
    expect(distance(from, to)).toBe(octets)
  })

  it.each([
    [1, 2, true, true],
    [2, 2, false, true],
    [3, 2, false, false],
    [last, 0, true, true],
    [0, last, false, false],
    [0, half - 1, true, true],
    [0, half, false, false],
  ])('%i < %i is %s, =< is %s', (a, b, before, atMost) => {
    expect(isBefore(a, b)).toBe(before)
    expect(isAtMost(a, b)).toBe(atMost)
  })

  it.each([
    [301, 301, 100, true],
    [400, 301, 100, true],
    [401, 301, 100, false],
    [300, 301, 100, false],
    [301, 301, 0, false],
    [301, 301, 1, true],
    [302, 301, 1, false],
    [last, last, 2, true],
    [0, last, 2, true],
    [1, last, 2, false],
    [last - 1, last, 2, false],
  ])('%i in the window from %i of %i octets: %s', (number, left, size, inside) => {
    expect(isInWindow(number, left, size)).toBe(inside)
  })
})
