import { expect, test } from 'vitest'
import { originOf } from './origin-of'

const behindProxy = { host: '127.0.0.1:3000', 'x-forwarded-host': 'a.example', 'x-forwarded-proto': 'https' }

test.each([
  [{ host: '192.0.2.1:3000' }, undefined, 'http://192.0.2.1:3000'],
  [behindProxy, undefined, 'https://a.example'],
  [behindProxy, 'https://timewait.example/', 'https://timewait.example'],
] as const)('originOf %o with the setting %s is %s', (headers, baseUrl, origin) => {
  expect(originOf(new Headers(headers), baseUrl)).toBe(origin)
})
