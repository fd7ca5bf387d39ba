import { expect, it } from 'vitest'
import { printOf } from './print-of'

const body = { kind: 'order', path: 'handshake', what: 'A' } as const

it('gives what is shown twice one number, and another body or another order another', () => {
  expect(printOf(body, 1)).toBe(printOf({ ...body }, 1))
  const prints = [printOf(body, 1), printOf(body, 2), printOf({ ...body, what: 'B' }, 1)]
  expect(new Set(prints).size).toBe(3)
})
