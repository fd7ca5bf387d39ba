import { expect, test } from 'vitest'
import { addressOf } from './address-of'

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002:0000:0000:0000:0000'],
  ['10.0.0.1, 198.51.100.7', '198.51.100.7'],
])('%s comes from %s', (forwarded, address) => {
  expect(addressOf(new Headers({ 'x-forwarded-for': forwarded }))).toBe(address)
})
