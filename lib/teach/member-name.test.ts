import { expect, test } from 'vitest'
import { longestName, parseName, parseOptional } from './member-name'

test.each([
  ['  Ada   Lovelace ', 'Ada Lovelace'],
  ['张\u3000三', '张 三'],
  ['Ada\u202Eecalevol', 'Adaecalevol'],
  ['Ada\nB', 'Ada B'],
  ['', undefined],
  [' \u200B ', undefined],
  [null, undefined],
  ['x'.repeat(longestName), 'x'.repeat(longestName)],
  ['x'.repeat(longestName + 1), undefined],
])('%j is the name %j', (typed, name) => {
  expect(parseName(typed)).toBe(name)
})

test('what may be empty is empty, and still not too long', () => {
  expect(parseOptional('  ')).toBe('')
  expect(parseOptional(undefined)).toBe('')
  expect(parseOptional('x'.repeat(41), 40)).toBeUndefined()
})
