import { expect, it } from 'vitest'
import { hasWords } from './has-words'

it.each([
  ['', true],
  ['  ', true],
  ['time-wait', true],
  ['rst TIME-WAIT', true],
  ['`RST` in', true],
  ['überlauf', true],
  ['rst listen', false],
])('"%s" is sought', (sought, found) => {
  expect(hasWords('In `TIME-WAIT` an `RST` arrives. Überlauf', sought)).toBe(found)
})
