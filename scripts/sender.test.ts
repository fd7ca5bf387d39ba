import { expect, test } from 'vitest'
import { noteSender } from './sender.mjs'

test.each([
  ['what somebody sends is not believed', '10.0.0.1', '203.0.113.9', false, '203.0.113.9'],
  ['nor is it needed', undefined, '203.0.113.9', false, '203.0.113.9'],
  ['a proxy is believed where there is one', '10.0.0.1, 198.51.100.7', '127.0.0.1', true, '10.0.0.1, 198.51.100.7'],
  ['one that says nothing is who asks', undefined, '127.0.0.1', true, '127.0.0.1'],
  ['a connection that is gone comes from nowhere', '10.0.0.1', undefined, false, undefined],
] as const)('%s', (_, sent, remoteAddress, isBehindProxy, noted) => {
  const headers = sent === undefined ? {} : { 'x-forwarded-for': sent }
  const request: Parameters<typeof noteSender>[0] = { headers, socket: { remoteAddress } }
  noteSender(request, isBehindProxy)
  expect(request.headers['x-forwarded-for']).toBe(noted)
})
