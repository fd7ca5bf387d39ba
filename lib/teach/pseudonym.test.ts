import { expect, test } from 'vitest'
import { drawPseudonym } from './pseudonym'

test('a thousand people get a thousand numbers, whatever is drawn first', () => {
  const taken = new Set<string>()
  let seed = 1
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  for (let person = 0; person < 1000; person += 1) taken.add(drawPseudonym(taken, random))
  expect(taken.size).toBe(1000)
  for (const number of taken) expect(number).toMatch(/^[1-9]\d{2,3}$/)
})
