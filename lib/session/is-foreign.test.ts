import { expect, test } from 'vitest'
import { isForeign } from './is-foreign'

const host = 'quiz.example.org'

test.each([
  ['a program, which says nothing of where it comes from', {}, false],
  ['a page of ours', { origin: `https://${host}` }, false],
  [
    'a page of ours behind a proxy that speaks http to us',
    { origin: `https://${host}`, 'x-forwarded-proto': 'http' },
    false,
  ],
  ['a page of ours, as the browser says', { origin: 'https://inner', 'sec-fetch-site': 'same-origin' }, false],
  ['an address that was typed', { 'sec-fetch-site': 'none' }, false],
  ['a page of another site', { origin: 'https://evil.example' }, true],
  ['a page of another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, true],
  ['a page of a sibling host', { origin: 'https://evil.example.org', 'sec-fetch-site': 'same-site' }, true],
  ['our host at another port', { origin: `https://${host}:8443` }, true],
  ['a host that begins as ours', { origin: `https://${host}.evil.example` }, true],
  ['a sandboxed frame', { origin: 'null' }, true],
  ['an origin that is none', { origin: 'nonsense' }, true],
] as const)('%s: %o is foreign: %s', (_, headers, foreign) => {
  expect(isForeign(new Headers({ host, ...headers }), undefined)).toBe(foreign)
})

test('the origin of the settings counts, whatever host a proxy asks for', () => {
  const headers = new Headers({ host: 'inner:3000', origin: `https://${host}` })
  expect([isForeign(headers, `https://${host}`), isForeign(headers, 'https://other.example')]).toEqual([false, true])
})
