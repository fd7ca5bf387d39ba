import { expect, test } from 'vitest'
import { parseWayBack } from './way-back'

test.each([
  '/teach',
  '/teach/ask?s=1cr.Bp.Aa.d1.iAS90-5',
  '/join',
  '/join/K7M2PX',
  '/join/pQ3-_x9pQ3-_x9pQ3-_x9pQ3-_x9pQ3',
])('%s is a way back', (address) => {
  expect(parseWayBack(address)).toBe(address)
})

test.each([
  '//evil.example',
  'https://evil.example',
  '/join/../settings/data',
  '/join/a?b=c',
  '/teach/ask?s=//evil.example',
  '/teach/ask?to=1cr',
  '/join//evil.example',
  '/teach\\evil',
  '/settings',
  '',
  undefined,
  ['/teach'],
])('%j is none', (address) => {
  expect(parseWayBack(address)).toBeUndefined()
})
