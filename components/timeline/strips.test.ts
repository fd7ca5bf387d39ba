import { expect, it } from 'vitest'
import { inStrips } from './strips'

it('things stand in the strip in which they begin, ten rows each', () => {
  const strips = inStrips([0, 9, 10, 35], (row) => row)
  expect([0, 1, 2, 3].map((nth) => strips[nth] ?? [])).toEqual([[0, 9], [10], [], [35]])
})

it('nothing is in no strip', () => {
  expect(inStrips([], () => 0)).toEqual([])
})
