import { expect, test } from 'vitest'
import { passkeysWork } from './passkeys-work'

test.each([
  ['http://localhost:3000', true],
  ['https://timewait.example', true],
  ['http://timewait.example', false],
  ['http://192.0.2.1:3000', false],
  ['https://192.0.2.1', false],
  ['https://[2001:db8::1]', false],
])('passkeysWork at %s: %s', (origin, works) => {
  expect(passkeysWork(origin)).toBe(works)
})
