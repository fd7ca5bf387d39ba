import { expect, it } from 'vitest'
import { flagsOf, mildFlags } from './item-flags'

const measured = { shown: 40, facility: 0.6, guess: 0.25, discrimination: 0.2 }

// The limits of Ebel and Frisbie, at each of which an index belongs above.
it.each([
  [0.1, ['weak']],
  [0.19, ['weak']],
  [0.2, ['marginal']],
  [0.29, ['marginal']],
  [0.1 + 0.2, []],
  [0.9 - 0.6, []],
  [0.4, []],
])('an upper-lower index of %d has the flags %j', (upperLower, kinds) => {
  expect(flagsOf({ ...measured, upperLower }, null).map(({ kind }) => kind)).toEqual(kinds)
})

it('nothing is said of the index where nearly all or nearly none are right, or the weak are better', () => {
  const kinds = (more: Partial<typeof measured>) =>
    flagsOf({ ...measured, ...more, upperLower: 0.1 }, null).map(({ kind }) => kind)
  expect(kinds({ facility: 0.96 })).toEqual(['nearly all right'])
  expect(kinds({ facility: 0.04, guess: 0 })).toEqual(['nearly none right'])
  expect(kinds({ discrimination: -0.1 })).toEqual(['negative'])
})

it('a marginal item is no grave one', () => {
  expect([...mildFlags]).toEqual(['too few', 'marginal'])
})
