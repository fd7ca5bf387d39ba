import { expect, test } from 'vitest'
import { passkeysWork } from './passkeys-work'

test.each([
  ['http://localhost:3000', true],
  ['https://timewait.example', true],
  ['http://timewait.example', false],
  ['http://192.0.2.1:3000', false],
  ['https://192.0.2.1', false],
  ['https://[2001:db8::1]', false],
])('passkeysWork at %s: %s', (address, works) => {
  const { host, protocol } = new URL(address)
  expect(passkeysWork(new Headers({ host, 'x-forwarded-proto': protocol.slice(0, -1) }), undefined)).toBe(works)
  expect(passkeysWork(new Headers({ host: '127.0.0.1' }), address)).toBe(works)
})
