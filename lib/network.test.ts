import { expect, test } from 'vitest'
import { isNetwork, isWithin } from './network'

test.each([
  ['192.0.2.0/24', true],
  ['192.0.2.7', true],
  ['2001:db8::/32', true],
  ['0.0.0.0/0', true],
  ['192.0.2.0/33', false],
  ['192.0.2.0/', false],
  ['192.0.2.0/24/8', false],
  ['2001:db8::/129', false],
  ['campus', false],
  ['', false],
] as const)('"%s" is a network: %s', (text, is) => {
  expect(isNetwork(text)).toBe(is)
})

test.each([
  ['192.0.2.200', ['198.51.100.0/24', '192.0.2.0/24'], true],
  ['192.0.3.1', ['192.0.2.0/24'], false],
  ['192.0.2.7', ['192.0.2.7'], true],
  ['2001:db8:1::1', ['2001:db8::/32'], true],
  ['::ffff:192.0.2.7', ['192.0.2.0/24'], true],
  ['2001:db9::1', ['2001:db8::/32'], false],
  ['unknown', ['0.0.0.0/0'], false],
  ['192.0.2.7', ['campus'], false],
  ['192.0.2.7', [], false],
] as const)('%s is within %j: %s', (address, networks, is) => {
  expect(isWithin(address, networks)).toBe(is)
})
