import { expect, it } from 'vitest'
import { wilsonInterval } from './wilson'

it.each([
  // Brown, Cai and DasGupta 2001 and any table of the interval give these to three places.
  [8, 10, 0.49, 0.943],
  [0, 10, 0, 0.278],
  [10, 10, 0.722, 1],
  [1, 1, 0.207, 1],
  [900, 1000, 0.88, 0.917],
])('%i right of %i lie between %f and %f', (right, of, low, high) => {
  const interval = wilsonInterval(right, of)
  expect(interval.low).toBeCloseTo(low, 3)
  expect(interval.high).toBeCloseTo(high, 3)
})
